// SPDX-License-Identifier: Apache-2.0
// The same walk under the strict policy: nothing may be refused, and axe finds nothing serious on the pages it ends on.
const fs = require('fs');
const { open, base } = require('./browser');
const { walk } = require('./walk');

(async () => {
  const { context, page, problems } = await open();
  const policy = (await (await context.request.get(base + '/cases')).headers())['content-security-policy'];
  if (policy.includes('unsafe-eval') || !/script-src 'self' 'nonce-[^']+';/.test(policy)) throw new Error('weak policy: ' + policy);
  await walk(page, base);
  const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  let serious = 0;
  for (const path of ['/cases', '/cases/new', '/import']) {
    await page.goto(base + path);
    await page.waitForTimeout(2500);
    await page.evaluate(axe);
    const found = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
    for (const v of found.violations.filter(x => ['serious', 'critical'].includes(x.impact))) {
      serious++;
      console.log(path, v.id, v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)));
    }
  }
  const unexpected = problems.filter(p => !/\b404\b/.test(p));
  console.log({ serious, unexpected });
  await context.close();
  process.exit(serious || unexpected.length ? 1 : 0);
})();
