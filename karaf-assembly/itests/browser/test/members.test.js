// Who works with a case: the coordinator adds and takes off with mouse and keyboard, and it counts from the next request on.
const assert = require('node:assert');
const { test, before, after, afterEach } = require('node:test');
const { Product, until } = require('../lib/product');
const { settled } = require('../lib/look');
const { open, signIn, shot, accessibilityProblems } = require('../lib/browser');
const { choose, day } = require('../lib/staff');

const NARROW = { width: 390, height: 844 };
const product = new Product(Number(process.env.MEMBERS_PORT || 8489), 40);
let browser; // the coordinator's
let police;
let one; // a case that se-police does not work with

const list = async (who, query = '') =>
  (await (await who.page.request.get(`${who.base}/api/v1/cases?limit=200${query}`)).json());
const line = name => browser.page.locator(`#team [data-member="${name}"]`);
const status = async () => (await police.page.request.get(`${police.base}/api/v1/cases/${one.id}`)).status();

before(async () => {
  await product.start();
  browser = await open(product);
  await signIn(browser, product.user('coordinator', 'SE-DEMO'));
  police = await open(product);
  await signIn(police, product.user('practitioner', 'SE-DEMO'));
  await until('the demo cases', 90, async () => (await list(browser)).total >= 40);
  const own = new Set((await list(police)).cases.map(c => c.id));
  one = (await list(browser, '&state=referred,open')).cases.find(c => !own.has(c.id));
  assert.ok(own.size > 0 && one, 'the police work with most of the cases, not with all');
});
after(async () => {
  if (browser) await browser.close();
  if (police) await police.close();
  product.stop();
});
afterEach(async t => {
  if (!t.passed && browser) await shot(browser, 'failed-members').catch(() => {});
});

test('a case one does not work with is not found, and not in the list', async () => {
  const { page, base } = police;
  await page.goto(`${base}/cases/${one.id}`);
  await page.getByText('This case cannot be shown').waitFor();
  const told = await page.locator('.ob-empty').innerText();
  await page.goto(`${base}/cases/00000000-0000-4000-8000-000000000000`);
  await page.getByText('This case cannot be shown').waitFor();
  assert.equal(await page.locator('.ob-empty').innerText(), told);
  assert.ok(!(await page.content()).includes(one.number));
  assert.equal(await status(), 404);
});

test('who may not make cases is shown no form for one, by menu, button or address', async () => {
  const { page, base } = police;
  await page.goto(`${base}/cases`);
  await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
  assert.equal(await page.locator('#new-case').count(), 0);
  for (const address of ['cases/new', 'import']) {
    await page.goto(`${base}/${address}`);
    await page.getByText('There is no such page').waitFor();
    assert.equal(await page.locator('#save-case, #import-check').count(), 0);
  }
  await browser.page.goto(`${base}/cases/new`);
  await browser.page.locator('#save-case').waitFor();
});

test('the coordinator adds somebody by the keyboard, with a last day', async () => {
  const { page, base } = browser;
  await page.goto(`${base}/cases/${one.id}`);
  await page.getByRole('heading', { level: 2, name: 'Who works with this case' }).waitFor();
  await settled(page);
  const team = page.locator('#team');
  await team.getByRole('button', { name: 'Add', exact: true }).click();
  await team.getByText('Choose a person.').waitFor();
  await choose(team, 'Person', 'se-police ');
  await day(team, 'Last day', 'no day');
  await team.getByRole('button', { name: 'Add', exact: true }).click();
  await team.getByText('This is not a day.').waitFor();
  assert.equal(await line('se-police').count(), 0, 'what cannot be read is not access without end');
  await day(team, 'Last day', '2031-01-31');
  await team.getByRole('button', { name: 'Add', exact: true }).focus();
  await page.keyboard.press('Enter');
  await line('se-police').getByText(/Police · until .*2031/).waitFor();
  assert.equal(await status(), 200);
  await police.page.goto(`${base}/cases/${one.id}`);
  await police.page.getByRole('heading', { level: 1, name: one.number }).waitFor();
  assert.equal(await police.page.locator('#team-add').count(), 0, 'only who runs the case says who works with it');
});

test('it is calm on a phone too, and accessible', async () => {
  const { page } = browser;
  await shot(browser, 'members-wide');
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.setViewportSize(NARROW);
  await settled(page);
  await line('se-police').scrollIntoViewIfNeeded();
  await shot(browser, 'members-narrow');
  assert.deepEqual(await accessibilityProblems(page), []);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'nothing sticks out');
  await page.setViewportSize({ width: 1280, height: 900 });
});

test('taking off counts at once, also for an open page, and can be undone', async () => {
  const { page } = browser;
  await line('se-police').getByRole('button', { name: 'Take se-police off this case' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('se-police no longer sees this case').waitFor();
  await line('se-police').waitFor({ state: 'detached' });
  assert.equal(await status(), 404);
  await police.page.locator('#timeline').getByRole('button', { name: 'Newest first' }).click(); // its next request
  await police.page.getByText('This case cannot be shown').waitFor();
  assert.equal(await police.page.getByText(one.number).count(), 0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await line('se-police').getByText(/until .*2031/).waitFor();
  assert.equal(await status(), 200);
  assert.deepEqual(browser.problems, []);
});
