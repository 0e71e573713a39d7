// Breaking the glass: somebody of the police opens a case of others for some hours, everybody is told, a manager reviews it.
const assert = require('node:assert');
const { test, before, after, afterEach } = require('node:test');
const { Product, until } = require('../lib/product');
const { settled, bothSizes } = require('../lib/look');
const { open, signIn, shot } = require('../lib/browser');
const { go, select } = require('../lib/staff');

const TEXT = 'The interview begins in ten minutes and nobody of the case answers.';
const product = new Product(Number(process.env.EMERGENCY_PORT || 8478), 40);
let police;
let coordinator;
let manager;
let one; // a case that se-police does not work with

const list = async (who, query = '') =>
  (await (await who.page.request.get(`${who.base}/api/v1/cases?limit=200${query}`)).json());
const status = async () => (await police.page.request.get(`${police.base}/api/v1/cases/${one.id}`)).status();

async function pictures(browser, name) {
  await settled(browser.page);
  await bothSizes(browser, name);
}

before(async () => {
  await product.start();
  coordinator = await open(product);
  await signIn(coordinator, product.user('coordinator', 'SE-DEMO'));
  police = await open(product);
  await signIn(police, product.user('practitioner', 'SE-DEMO'));
  manager = await open(product);
  await signIn(manager, product.user('manager', 'SE-DEMO'));
  await until('the demo cases', 90, async () => (await list(coordinator)).total >= 40);
  const own = new Set((await list(police)).cases.map(c => c.id));
  one = (await list(coordinator, '&state=referred,open')).cases.find(c => !own.has(c.id));
  assert.ok(one, 'the police do not work with every case');
});
after(async () => {
  for (const browser of [police, coordinator, manager]) if (browser) await browser.close();
  product.stop();
});
afterEach(async t => {
  if (t.passed) return;
  if (police) await shot(police, 'failed-emergency-police').catch(() => {});
  if (manager) await shot(manager, 'failed-emergency-manager').catch(() => {});
});

test('a number of no case and a text that is too short are told beside the fields', async () => {
  const { page } = police;
  await go(page, 'Emergency access');
  await page.getByRole('textbox', { name: 'Case number' }).fill('SE-DEMO-1999-9999');
  await page.getByRole('button', { name: 'Open the case' }).click();
  await page.locator('[slot=error-message]', { hasText: 'At least 20 characters.' }).waitFor();
  await select(page, 'Reason', 'I am on duty and take over');
  await page.getByRole('textbox', { name: 'What makes it necessary?' }).fill(TEXT);
  await page.getByRole('button', { name: 'Open the case' }).click();
  await page.locator('[slot=error-message]', { hasText: 'There is no such case to open.' }).waitFor(); // also said aloud for a moment
  await pictures(police, 'emergency-form');
});

test('the right number opens this case, and says so above it', async () => {
  const { page } = police;
  assert.equal(await status(), 404);
  await page.getByRole('textbox', { name: 'Case number' }).fill(one.number);
  await page.getByRole('button', { name: 'Open the case' }).click();
  await page.getByRole('heading', { level: 1, name: one.number }).waitFor();
  await page.locator('.ob-emergency-now').getByText(/^You use emergency access to this case until/).waitFor();
  assert.equal(await status(), 200);
  await pictures(police, 'emergency-case');
});

test('who works with the case is told above it', async () => {
  const { page, base } = coordinator;
  await page.goto(`${base}/cases/${one.id}`);
  await page.getByText(/^se-police \(Police\) uses emergency access to this case until/).waitFor();
  assert.ok(!(await page.content()).includes(TEXT), 'not why');
});

test('the manager is alerted, talks with the person and reviews it', async () => {
  const { page } = manager;
  const item = name => page.locator('vaadin-side-nav-item').filter({ hasText: name }); // a counter stands beside the name
  await item(/^\s*Alerts/).click();
  await page.getByRole('heading', { level: 2, name: 'Emergency access to a case' }).waitFor();
  await item(/^\s*Emergency access/).click();
  const entry = page.locator(`[data-case="${one.number}"]`);
  await entry.getByText(TEXT).waitFor();
  await pictures(manager, 'emergency-review');
  await entry.getByRole('button', { name: /^Review/ }).click();
  await page.getByRole('textbox', { name: 'What did you find out?' }).fill('ok');
  await page.getByRole('button', { name: 'Not justified' }).click();
  await page.getByText('At least 3 characters.').waitFor();
  await page.getByRole('textbox', { name: 'What did you find out?' }).fill('The coordinator was there.');
  await pictures(manager, 'emergency-dialog');
  await page.getByRole('button', { name: 'Not justified' }).click();
  await entry.getByText('Not justified', { exact: true }).waitFor();
  assert.equal(await status(), 404, 'what is not justified ends');
  for (const browser of [police, coordinator, manager]) assert.deepEqual(browser.problems, []);
});
