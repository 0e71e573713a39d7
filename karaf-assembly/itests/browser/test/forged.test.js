// An open page is a program of whoever is signed in: somebody who speaks in its stead gets nothing done that it would not do.
const assert = require('node:assert');
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { test, before, after } = require('node:test');
const { Product, until } = require('../lib/product');
const { Forger, call } = require('../lib/forger');
const { open, signIn } = require('../lib/browser');

const MOST = 2000;
const NODES = 800;
const product = new Product(Number(process.env.FORGED_PORT || 8494), 12);
const browsers = [];
let coordinator;

async function opened(role, agency) {
  const browser = await open(product);
  browsers.push(browser);
  await signIn(browser, product.user(role, 'SE-DEMO', agency));
  return browser;
}

const rest = (browser, what) => browser.page.request.get(`${browser.base}/api/v1/${what}`);
const cases = async browser => (await (await rest(browser, 'cases?limit=200')).json()).cases;

/** Everything of every case, and every account, as somebody sees it who sees all. */
async function everything() {
  const seen = [await (await rest(coordinator, 'users')).text()];
  for (const { id } of await cases(coordinator)) {
    for (const part of ['', '/entries', '/members']) seen.push(await (await rest(coordinator, `cases/${id}${part}`)).text());
  }
  return crypto.createHash('sha256').update(seen.join('\n')).digest('hex');
}

function logged() {
  const dir = path.join(product.data, 'log');
  return fs.readdirSync(dir).reduce((sum, name) => sum + fs.statSync(path.join(dir, name)).size, 0);
}

before(async () => {
  await product.start();
  coordinator = await opened('coordinator');
  await until('cases', 90, async () => (await cases(coordinator)).length === 12);
});
after(async () => {
  for (const browser of browsers) await browser.close();
  product.stop();
});

test('a page says no more at once than a person can do', async () => {
  const forger = await new Forger(coordinator).goTo('/cases');
  assert.match(await forger.say(Array.from({ length: MOST + 1 }, () => call(1, 'x'))), /"appError"/);
  forger.said--; // it was not taken
  assert.doesNotMatch(await forger.say([call(1, 'x')]), /"appError"/);
});

test('who fails all the time fills neither the log nor the page', async () => {
  const forger = await new Forger(coordinator).goTo('/cases');
  const before = logged();
  const lengths = [];
  for (let i = 0; i < 12; i++) {
    lengths.push((await forger.say(Array.from({ length: MOST }, (_, n) => call(1 + n % 60, 'x')))).length);
  }
  assert.ok(logged() - before < 60000, `the log grew by ${logged() - before}`);
  assert.ok(Math.max(...lengths) < 60000, `the answers are as long as ${lengths}`);
});

test('nobody clicks where a page waits for news', async () => {
  const { page, base } = coordinator;
  for (const method of ['POST', 'PUT']) {
    const answer = await page.request.fetch(`${base}/VAADIN/push?v-r=push&v-uiId=0&X-Atmosphere-Transport=polling`, { method, data: '{}', headers: { Origin: base } });
    assert.equal(answer.status(), 413);
  }
});

test('what somebody may not do is not done, whatever is switched on and clicked', async () => {
  const before = await everything();
  const [one] = await cases(coordinator);
  for (const [role, paths] of [['dpo', [`/cases/${one.id}`, '/audit', '/erasures']], ['national_admin', [`/cases/${one.id}`, '/accounts']]]) {
    const browser = await opened(role);
    for (const where of paths) {
      const forger = await new Forger(browser).goTo(where);
      const taken = await forger.everything(NODES);
      assert.ok(taken > 150, `only ${taken} messages were understood`);
    }
  }
  assert.equal(await everything(), before);

  await (await new Forger(coordinator).goTo(`/cases/${one.id}`)).everything(NODES);
  assert.notEqual(await everything(), before, 'who may do it gets it done in the same way');
});
