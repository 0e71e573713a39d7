// It takes two: a manager asks for a new manager and for a new code of the officer, others confirm, decline, or it is taken back.
const assert = require('node:assert');
const { test } = require('node:test');
const { frame } = require('../lib/frame');
const { until } = require('../lib/product');
const { settled, bothSizes } = require('../lib/look');
const { go } = require('../lib/staff');
const { signIn } = require('../lib/browser');

const { product, browsers } = frame('two', 8490, ['manager', 'officer'], {
  ready: async ({ manager, officer }) => {
    await signIn(manager, product.user('manager', 'SE-DEMO'));
    await signIn(officer, product.user('dpo', 'SE-DEMO'));
  },
});

test('a manager who makes a manager is told that it takes two, and asks', async () => {
  const { manager } = browsers;
  const { page } = manager;
  await go(page, 'Accounts');
  await page.getByRole('button', { name: 'New account' }).click();
  await page.getByRole('textbox', { name: 'User name' }).fill('new-manager');
  await page.getByRole('checkbox', { name: 'Manager', exact: true }).check();
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByText('This takes two people').waitFor();
  await bothSizes(manager, 'two-ask');
  await page.getByRole('button', { name: 'Ask for it' }).click();
  const request = page.locator('#request-new-manager');
  await request.getByText('Can be confirmed by: se-dpo, se-national-admin').waitFor();
  assert.equal(await request.getByRole('button', { name: /^Confirm/ }).count(), 0, 'not by whoever asked');
  assert.equal(await page.getByRole('row', { name: /^new-manager/ }).count(), 0, 'nothing is made yet');
  await bothSizes(manager, 'two-accounts');
});

test('the officer sees it without loading the page again, confirms, and has the code', async () => {
  const { manager, officer } = browsers;
  const { page } = officer;
  const item = page.locator('vaadin-side-nav-item').filter({ hasText: /^\s*To confirm/ });
  await item.waitFor();
  await item.click();
  const request = page.locator('#request-new-manager');
  await request.getByText(/^Asked for by se-manager/).waitFor();
  await bothSizes(officer, 'two-officer');
  await request.getByRole('button', { name: /^Confirm/ }).click();
  const code = page.locator('#enrolment-code input');
  await code.waitFor();
  assert.match(await code.inputValue(), /^([A-Z2-7]{4}-){6}[A-Z2-7]{4}$/);
  await page.getByRole('button', { name: 'It is noted' }).click();
  await page.getByText('Nothing waits for a second person.').waitFor();
  await manager.page.getByRole('row', { name: /^new-manager/ }).waitFor();
  await manager.page.locator('#request-new-manager').waitFor({ state: 'detached' });
});

test('a new code for the officer is asked for, and taken back', async () => {
  const { manager, officer } = browsers;
  const { page } = manager;
  const ask = page.getByRole('button', { name: 'Ask for it' });
  // the list is drawn anew when the officer has confirmed: a click on a row that is just being replaced is lost
  await until('the question', 30, async () => {
    await settled(page);
    if (!(await ask.isVisible())) await page.locator('#new-code-se-dpo').click({ timeout: 2_000 }).catch(() => {});
    return ask.isVisible();
  });
  await ask.click();
  const request = page.locator('#request-se-dpo');
  await request.getByText('Can be confirmed by: se-national-admin').waitFor();
  await officer.page.locator('#request-se-dpo').waitFor();
  assert.equal(await officer.page.locator('#request-se-dpo').getByRole('button').count(), 0, 'whom it concerns has no say');
  await request.getByRole('button', { name: /^Take back/ }).click();
  await request.waitFor({ state: 'detached' });
  assert.deepEqual(manager.problems, []);
  assert.deepEqual(officer.problems, []);
});

test('the page of plugins says why a manager of one house switches nothing', async () => {
  const { manager } = browsers;
  const { page } = manager;
  await go(page, 'Plugins');
  await page.locator('#no-switch').getByText('Only the national administrator can do it.').waitFor();
  assert.equal(await page.getByRole('button', { name: /^Switch o(n|ff):/ }).count(), 0);
  await bothSizes(manager, 'two-plugins');
});
