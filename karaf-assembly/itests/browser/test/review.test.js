// Access that is not used or not confirmed ends: reminders, the review with mouse and keyboard, closing, opening again.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { test, before, after, afterEach } = require('node:test');
const { Product, until } = require('../lib/product');
const { Postgres } = require('../lib/postgres');
const { bothSizes } = require('../lib/look');
const { open, signIn, shot, freshCode } = require('../lib/browser');

const skip = !Postgres.installed();
const product = new Product(Number(process.env.REVIEW_PORT || 8476), 5);
const database = new Postgres();
let browser;

/** Puts what is known of the accounts of that name back by so many days. */
const ago = (days, columns, like) => database.sql('update account_use set ' +
  columns.map(column => `${column} = ${column} - interval '${days} days'`).join(', ') +
  ` where account in (select id from account where username like '${like}')`, 'openbarnahus');

async function manager(locale) {
  if (browser) await browser.close();
  browser = await open(product, { locale });
  await signIn(browser, product.user('manager', 'SE-DEMO'));
  return browser.page;
}

before(async () => {
  if (skip) return;
  await database.start();
  await product.start({ env: database.settings() });
  ago(95, ['confirmed_at'], 'se-%');
  ago(40, ['counted_from'], 'se-police');
});
after(async () => {
  if (skip) return;
  if (browser) await browser.close();
  product.stop();
  database.close();
});
afterEach(async t => {
  if (!t.passed && browser) await shot(browser, 'failed-review').catch(() => {});
});

test('a manager is reminded of the review and of who will close, in her language', { skip }, async () => {
  let page = await manager('sv-SE');
  await page.goto(browser.base + '/accounts');
  await page.locator('#review-due').getByText('10 konton väntar').waitFor();
  await bothSizes(browser, 'review-accounts-sv');
  await page.goto(browser.base + '/access-review');
  await page.getByRole('heading', { level: 1, name: 'Behörighetsgenomgång' }).waitFor();
  await bothSizes(browser, 'review-due-sv');
  page = await manager('en-GB');
  await page.goto(browser.base + '/accounts');
  await page.locator('#disuse').getByText(/se-police \(\d+ \w+ 20\d\d\)/).waitFor();
  await bothSizes(browser, 'review-accounts-en');
  await page.getByRole('link', { name: 'To the access review' }).click();
  await page.getByRole('heading', { level: 1, name: 'Access review' }).waitFor();
  await page.locator('#review-se-coordinator').waitFor();
  await bothSizes(browser, 'review-due-en');
});

test('one click confirms or removes, several at once by the keyboard', { skip }, async () => {
  const { page } = browser;
  const row = name => page.locator(`#review-${name}`);
  await page.locator('#confirm-se-health').click();
  await row('se-health').getByText('Next by').waitFor();
  await page.locator('#remove-se-prosecution').click();
  await row('se-prosecution').getByText('Closed', { exact: true }).waitFor();
  for (const name of ['se-dpo', 'se-police2']) {
    await page.locator(`#choose-${name} input`).focus();
    await page.keyboard.press('Space');
  }
  await page.getByRole('button', { name: 'Confirm 2 chosen' }).focus();
  await page.keyboard.press('Enter');
  await row('se-dpo').getByText('Next by').waitFor();
  await row('se-police2').getByText('Next by').waitFor();
  assert.equal(await row('se-coordinator').getByText('Closes after').count(), 1, 'who was not chosen still waits');
  await page.getByRole('button', { name: 'Choose all that are due' }).click();
  await page.getByRole('button', { name: 'Confirm 6 chosen' }).click();
  await until('no reminder', 20, async () => (await page.locator('#review-due').count()) === 0);
  const menu = page.locator('vaadin-side-nav-item').filter({ hasText: /^\s*Access/ });
  await until('no count in the menu', 20, async () => /^\s*Access\s*$/.test(await menu.innerText()));
  await shot(browser, 'review-done');
  assert.deepEqual(browser.problems, []);
});

test('whoever has not come for 45 days is refused like a wrong password, and permitted again in one click', { skip }, async () => {
  await browser.close();
  browser = undefined;
  ago(50, ['counted_from'], 'se-coordinator'); // has never signed in
  product.hub(['stop', '--data', product.data]);
  // in a demonstration nothing closes by itself, also when it is started again: this file says that it is one
  fs.rmSync(path.join(product.data, 'demo-credentials.json'));
  product.hub(['run', '--data', product.data, '--port', String(product.port), '--background'], { env: database.settings() });
  const coordinator = product.user('coordinator', 'SE-DEMO');
  const other = await open(product);
  const { page } = other;
  const tryToSignIn = async () => {
    await page.goto(other.base + '/sign-in');
    await page.fill('input[name=username]', coordinator.username);
    await page.fill('input[name=password]', coordinator.password);
    await page.fill('input[name=otp]', await freshCode(coordinator));
    await page.click('button[type=submit]');
  };
  await tryToSignIn();
  await page.getByText('Name, password or code is not right').waitFor();
  const own = await manager('en-GB');
  await own.goto(browser.base + '/accounts');
  const row = own.getByRole('row', { name: /^se-coordinator/ });
  await row.getByText(/^Not used, closed \d+ \w+ 20\d\d$/).waitFor();
  await bothSizes(browser, 'review-dormant');
  await own.locator('#open-se-coordinator').click();
  await row.getByText('May sign in').waitFor();
  await tryToSignIn();
  await page.waitForSelector('vaadin-app-layout');
  await other.close();
});
