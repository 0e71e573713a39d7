// SPDX-License-Identifier: Apache-2.0
// Adds to functions.js the functions that Flow compiled during a walk, in a browser that does not keep the page policy;
// see README.md.
const fs = require('fs'), path = require('path');
const { open, base } = require('./browser');
const { walk } = require('./walk');
const FILE = path.join(__dirname, '../main/resources/static/functions.js');

const entry = parts => `openBarnahusFunctions.add(${JSON.stringify(parts)}, function (${parts.slice(0, -1).join(', ')}) {${parts.at(-1)}\n});\n`;

(async () => {
  const { context, page } = await open({ bypassCSP: true });
  const missed = [];
  // a page is left several times on the way: take what it missed before it goes
  await context.exposeFunction('openBarnahusMissed', parts => { missed.push(parts); });
  await context.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => {
      const list = window.openBarnahusFunctions && window.openBarnahusFunctions.missed;
      if (list) {
        list.forEach(p => window.openBarnahusMissed(p));
        const push = list.push.bind(list);
        list.push = p => { window.openBarnahusMissed(p); return push(p); };
      }
    });
  });
  let failure;
  await page.reload();
  await walk(page, base).catch(e => { failure = e; });
  await page.waitForTimeout(1000);
  const distinct = [...new Map(missed.map(s => [JSON.stringify(s), s])).values()];
  const entries = [...new Set(distinct.map(entry))];
  const known = fs.readFileSync(FILE, 'utf8');
  const fresh = entries.filter(e => !known.includes(e));
  fs.appendFileSync(FILE, fresh.join(''));
  console.log(fresh.length + ' functions added');
  await context.close();
  if (failure) { console.error(failure); process.exit(1); }
})();
