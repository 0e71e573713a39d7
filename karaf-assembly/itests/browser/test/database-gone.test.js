// The database goes away while somebody types: nothing is called saved, nothing typed is lost, and it heals by itself.
const assert = require('node:assert');
const { test, before, after, afterEach } = require('node:test');
const { Product } = require('../lib/product');
const { Postgres } = require('../lib/postgres');
const { open, signIn, shot } = require('../lib/browser');

const HEALS = 60000; // of patience on a slow machine; half of it is promised
const skip = !Postgres.installed();
const product = new Product(8472, 5);
const database = new Postgres();
let browser;
let page;

before(async () => {
  if (skip) return;
  await database.start();
  await product.start({ env: database.settings() });
  browser = await open(product);
  page = browser.page;
  await signIn(browser, product.user('coordinator', 'SE-DEMO'));
  await page.getByRole('link', { name: /^SE-DEMO-/ }).first().click();
  await page.getByRole('button', { name: 'Edit', exact: true }).waitFor();
});
after(async () => {
  if (skip) return;
  if (browser) await browser.close();
  product.stop();
  database.close();
});
afterEach(async t => {
  if (!t.passed && browser) await shot(browser, 'failed-' + t.name.replace(/\W+/g, '-').slice(0, 60)).catch(() => {});
});

const age = () => page.getByLabel('Age', { exact: true });
const save = () => page.getByRole('button', { name: 'Save', exact: true }).click();

test('while the database is away the page says "not saved", and what was typed stays', { skip }, async () => {
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await age().fill('6');
  database.stop();
  const asked = Date.now();
  await save();
  await page.getByRole('alert').filter({ hasText: /not saved/i }).waitFor({ timeout: HEALS });
  console.log(`"not saved" after ${((Date.now() - asked) / 1000).toFixed(1)} s`);
  assert.equal(await age().inputValue(), '6');
  assert.equal(await page.getByText('Saved', { exact: true }).count(), 0);
  await shot(browser, 'database-gone');
});

test('when it is back the same click saves', { skip }, async () => {
  database.up();
  const end = Date.now() + HEALS;
  const saved = page.getByText('Saved', { exact: true });
  while (Date.now() < end && !(await saved.isVisible())) {
    await save().catch(() => {});
    await saved.waitFor({ timeout: 3000 }).catch(() => {});
  }
  assert.ok(await saved.isVisible(), 'saved');
  await page.reload();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  assert.equal(await age().inputValue(), '6');
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
});

test('a list that cannot be had says so, and comes back', { skip }, async () => {
  database.stop();
  await page.goto(browser.base + '/cases');
  await page.getByText('The list cannot be shown at the moment').waitFor({ timeout: HEALS });
  assert.equal(await page.getByText(/^No cases yet|^0 cases/).count(), 0);
  await shot(browser, 'database-gone-list');
  database.up();
  const first = page.getByRole('link', { name: /^SE-DEMO-/ }).first();
  for (const end = Date.now() + HEALS; Date.now() < end && !(await first.isVisible());) {
    await page.getByRole('button', { name: 'Try again' }).click({ timeout: 3000 }).catch(() => {});
    await first.waitFor({ timeout: 3000 }).catch(() => {});
  }
  assert.ok(await first.isVisible(), 'the list is back');
});
