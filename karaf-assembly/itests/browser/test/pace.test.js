// Who works faster than the site allows, reads on and on, or leaves a page without a connection: told calmly, and nothing is lost or left.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { test, before, after } = require('node:test');
const { Product } = require('../lib/product');
const { open, signIn, freshCode, shot } = require('../lib/browser');
const { go } = require('../lib/staff');

const product = new Product(Number(process.env.PACE_PORT || 8493), 30);
const setting = path.join(product.data, 'etc/org.openbarnahus.rates.cfg');
let generous;

before(async () => {
  await product.start();
  generous = fs.readFileSync(setting, 'utf8');
});
after(() => product.stop());

const set = lines => fs.writeFileSync(setting, generous + '\n' + lines);
const applied = () => new Promise(done => setTimeout(done, 6000)); // the file is looked at every few seconds

test('a demonstration has the numbers of a whole house, where everybody can see them', () => {
  assert.match(generous, /^person\.second = 300$/m);
  assert.match(generous, /^reading\.cases = 1000000$/m);
});

test('whoever works while many requests are sent waits a little and is not turned away', async () => {
  const browser = await open(product);
  const { page } = browser;
  await signIn(browser, product.user('coordinator', 'SE-DEMO'));
  await go(page, 'Cases');
  const clicks = [];
  const beside = [];
  page.on('response', r => (/v-r=uidl/.test(r.url()) ? clicks : beside).push(r.status()));
  set('person.second = 5\nperson.burst = 10\n');
  await applied();
  for (let i = 0; i < 8; i++) {
    // what a hurried program under the same session does, beside what the person types
    await page.evaluate(() => Promise.all(Array.from({ length: 12 }, () => fetch('/api/v1/cases?limit=1'))));
    await page.getByRole('search').getByLabel('Case number').fill('SE-' + i);
    await page.waitForTimeout(800);
  }
  set('');
  await applied();
  assert.ok(beside.includes(429), 'the program is slowed down: ' + beside);
  assert.ok(clicks.length >= 8 && clicks.every(status => status === 200), 'the page is not: ' + clicks);
  await browser.close();
});

test('a page that is told to come again says so calmly, and goes on by itself', async () => {
  const browser = await open(product);
  const { page } = browser;
  await signIn(browser, product.user('coordinator', 'SE-DEMO'));
  await go(page, 'Cases');
  let busy = true;
  await page.route(/v-r=uidl/, route => busy
    ? route.fulfill({ status: 429, headers: { 'Retry-After': '3', 'Content-Type': 'application/problem+json' }, body: '{"code":"TOO_FAST"}' })
    : route.continue());
  await page.getByRole('search').getByLabel('Case number').fill('SE-DEMO');
  const words = page.locator('vaadin-connection-indicator');
  await words.getByText(/Many requests at once: this goes on by itself/).waitFor();
  await shot(browser, 'pace-calm');
  assert.equal(await words.getByText(/lost/i).count(), 0);
  assert.equal(await page.getByRole('search').getByLabel('Case number').inputValue(), 'SE-DEMO', 'what was typed is still there');
  busy = false;
  await page.waitForURL(/SE-DEMO/, { timeout: 30000 }); // the very same request, sent again by the page
  await go(page, 'Indicators');
  assert.deepEqual(browser.problems.filter(p => !/429/.test(p)), []);
  await browser.close();
});

test('whoever reads on and on confirms with the second factor, and is where (s)he was', async () => {
  const browser = await open(product);
  const { page } = browser;
  const user = product.user('coordinator', 'SE-DEMO');
  await signIn(browser, user);
  const list = await (await page.request.get(product.base + '/api/v1/cases?limit=20')).json();
  set('reading.cases = 10\n');
  await applied();
  let asked;
  for (const each of list.cases) {
    await page.goto(product.base + '/cases/' + each.id);
    await page.locator('h1, h2').getByText(new RegExp(each.number + '|Please confirm that it is you')).first().waitFor();
    if (await page.getByRole('heading', { name: 'Please confirm that it is you' }).count()) {
      asked = each;
      break;
    }
  }
  assert.ok(asked, 'asked after ten cases of ' + list.cases.length);
  await shot(browser, 'pace-reading-on');
  assert.ok(!(await page.content()).includes(asked.number), 'nothing of the case is in the page');
  await page.getByRole('link', { name: 'Confirm', exact: true }).click();
  await page.fill('input[name=otp]', await freshCode(user));
  await page.click('button[type=submit]');
  await page.getByRole('heading', { level: 1, name: asked.number }).waitFor();
  set('');
  await applied();
  await browser.close();
});

test('a link to a statute says first where it leads, and can be left alone', async () => {
  const browser = await open(product);
  const { page } = browser;
  await signIn(browser, product.user('coordinator', 'NO-DEMO'));
  const list = await (await page.request.get(product.base + '/api/v1/cases?limit=30')).json();
  let link;
  for (const each of list.cases) {
    await page.goto(product.base + '/cases/' + each.id);
    await page.locator('#deadlines').waitFor();
    for (const rule of await page.locator('#deadlines vaadin-details-summary').all()) await rule.click();
    link = page.locator('#deadlines .ob-outside').first();
    if (await link.count()) break;
  }
  await link.click();
  const leave = page.locator('#leave');
  await leave.waitFor();
  await shot(browser, 'pace-leaving');
  const host = new URL(await leave.getAttribute('href')).hostname;
  await page.getByText(host + ' is a page of somebody else.').waitFor();
  assert.equal(await leave.getAttribute('target'), '_blank');
  assert.equal(await leave.getAttribute('rel'), 'noopener noreferrer');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await leave.waitFor({ state: 'detached' });
  assert.equal(browser.context.pages().length, 1, 'nothing was opened');
  assert.equal(await page.locator('a[href^="http"]:not([href*="localhost"])').count(), 0, 'no link leads outside at once');
  await browser.close();
});

test('a file with another ending is refused by the server, whatever the browser lets through', async () => {
  const browser = await open(product);
  const { page } = browser;
  await signIn(browser, product.user('coordinator', 'SE-DEMO'));
  await go(page, 'Import');
  const upload = page.locator('#import-cases');
  await upload.evaluate(each => { each.accept = ''; });
  const file = name => ({ name, mimeType: 'text/csv', buffer: Buffer.from('case_date,sex\n2026-05-01,female\n') });
  const answered = page.waitForResponse(r => /dynamic\/resource.*upload/.test(r.url()));
  await upload.locator('input[type=file]').setInputFiles(file('cases.exe'));
  assert.equal((await answered).status(), 422);
  assert.ok(await page.locator('#import-check').isDisabled(), 'nothing to look through');
  await page.getByRole('button', { name: /Remove/i }).click();
  await upload.locator('input[type=file]').setInputFiles(file('cases.csv'));
  await page.locator('#import-check:not([disabled])').click();
  await page.getByText(/1 case/).first().waitFor();
  await browser.close();
});

test('a page without a connection empties itself when its session must have ended', async () => {
  const browser = await open(product);
  const { page, context } = browser;
  await page.addInitScript(() => { const now = Date.now; window.later = 0; Date.now = () => now.call(Date) + window.later; });
  await signIn(browser, product.user('coordinator', 'SE-DEMO'));
  await go(page, 'Cases');
  await page.getByText(/SE-DEMO-\d{4}-\d{4}/).first().waitFor();
  await context.setOffline(true);
  await page.evaluate(() => { window.later = 14 * 60 * 1000; });
  await page.waitForTimeout(7000);
  assert.match(await page.content(), /SE-DEMO-\d{4}-\d{4}/, 'still there after fourteen minutes');
  await page.evaluate(() => { window.later = 16 * 60 * 1000; });
  await page.waitForFunction(() => !/SE-DEMO-\d{4}/.test(document.documentElement.textContent), undefined, { timeout: 20000 }).catch(() => {});
  await page.waitForTimeout(1000);
  assert.doesNotMatch(await page.content(), /SE-DEMO-\d{4}-\d{4}/, 'nothing of a case is left in the page');
  await browser.close();
});
