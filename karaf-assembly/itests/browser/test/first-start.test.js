// A newcomer's first hour: set up an empty installation, record a case, drop a pack in, take it out again.
const assert = require('node:assert');
const { test, before, after, afterEach } = require('node:test');
const { Product } = require('../lib/product');
const { open, shot, freshCode, accessibilityProblems } = require('../lib/browser');
const { go, choose } = require('../lib/staff');
const { SitePack, LABEL } = require('../lib/site-pack');

const PASSWORD = 'fyra hästar simmar hemåt';
const product = new Product(8475, 0);
const pack = new SitePack(product.data);
const chief = { username: 'chief', totpSecret: '' };
let browser;
let page;
let code;

before(async () => {
  code = product.startEmpty();
  browser = await open(product);
  page = browser.page;
});
after(async () => {
  if (browser) await browser.close();
  product.stop();
});
afterEach(async t => {
  if (!t.passed) await shot(browser, 'failed-first-' + t.name.replace(/\W+/g, '-').slice(0, 50)).catch(() => {});
});

async function fill(values) {
  for (const [name, value] of Object.entries(values)) await page.fill(`input[name=${name}]`, value);
}

test('the address leads to the setup, and a wrong code changes nothing', async () => {
  await page.goto(browser.base + '/');
  await page.waitForURL('**/setup');
  await shot(browser, 'first-setup');
  assert.deepEqual(await accessibilityProblems(page), []);
  await fill({ code: 'AAAA-AAAA-AAAA', serviceName: 'Barnahus Lilla Edet', serviceCode: 'LED', username: chief.username, password: PASSWORD, again: PASSWORD });
  await page.selectOption('select[name=country]', { label: 'Sweden' });
  await page.click('main form button[type=submit]');
  await page.getByRole('alert').first().waitFor();
  assert.equal(await page.inputValue('input[name=serviceName]'), 'Barnahus Lilla Edet', 'what was typed is still there');
  browser.problems.length = 0; // the refusal's own status
});

test('the first account: code, password, second factor, agreement', async () => {
  await fill({ code, password: PASSWORD, again: PASSWORD });
  await page.click('main form button[type=submit]');
  await page.locator('main > code').first().waitFor();
  chief.totpSecret = (await page.locator('main > code').first().innerText()).replace(/\s/g, '');
  await shot(browser, 'first-second-factor');
  await page.locator('a.button').click();
  await page.waitForURL('**/sign-in**');
  await fill({ username: chief.username, password: PASSWORD, otp: await freshCode(chief) });
  await page.click('form button[type=submit]');
  await page.waitForURL('**/agreement**');
  await fill({ name: 'Maria Ek', title: 'samordnare', organisation: 'Barnahus Lilla Edet' });
  await page.click('main form button[type=submit]');
  await page.waitForSelector('vaadin-app-layout');
  await go(page, 'Cases');
  await shot(browser, 'first-empty-list');
});

test('the first case: what is missing is told, then it is saved', async () => {
  await page.getByRole('button', { name: 'New case' }).or(page.getByRole('link', { name: 'New case' })).first().click();
  await page.getByRole('button', { name: 'Save case' }).waitFor();
  await page.getByRole('button', { name: 'Save case' }).click();
  await page.getByRole('alert').first().waitFor();
  await shot(browser, 'first-case-missing');
  await choose(page, 'Initiated by', 'Social services');
  await choose(page, 'Role of the child', 'Victim');
  await page.getByLabel('Age', { exact: true }).fill('7');
  await page.getByRole('radiogroup', { name: 'Sex' }).getByLabel('Girl / female').check();
  await choose(page, 'Home municipality', 'Lilla Edet');
  await choose(page, 'Suspected violence', 'Other physical assault');
  await choose(page, 'Online element', 'None');
  await page.getByRole('button', { name: 'Save case' }).click();
  await page.getByRole('heading', { level: 1, name: /^SE-LED-/ }).waitFor();
  await shot(browser, 'first-case');
});

test('a pack that is dropped in asks its question; taken out, the answer stays', async () => {
  pack.put();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const field = page.getByRole('radiogroup', { name: LABEL.en });
  await field.getByLabel('Yes', { exact: true }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('.ob-sheet').getByText(LABEL.en).waitFor();
  pack.remove();
  const archived = page.getByRole('region', { name: 'Recorded under an earlier form' });
  await archived.waitFor();
  assert.match(await archived.textContent(), new RegExp(LABEL.en + '.*Yes'));
  await shot(browser, 'first-archived');
});

test('after a restart all of it is still there', async () => {
  product.hub(['stop', '--data', product.data]);
  product.hub(['run', '--data', product.data, '--port', String(product.port), '--background']);
  await page.waitForURL('**/sign-in**', { timeout: 60000 }); // the open page finds its way without a click
  await page.goto(browser.base + '/setup');
  assert.equal(await page.locator('input[name=code]').count(), 0, 'set up once');
  await page.click('a[href="/sign-in"]');
  browser.problems.length = 0; // the open page lost its server meanwhile, and the setup is gone for good
  await fill({ username: chief.username, password: PASSWORD, otp: await freshCode(chief) });
  await page.click('form button[type=submit]');
  await page.waitForSelector('vaadin-app-layout');
  await go(page, 'Cases');
  await page.getByRole('link', { name: /^SE-LED-/ }).click();
  await page.getByRole('region', { name: 'Recorded under an earlier form' }).waitFor();
});

test('nothing went wrong behind the pages', () => {
  assert.deepEqual(browser.problems, []);
});
