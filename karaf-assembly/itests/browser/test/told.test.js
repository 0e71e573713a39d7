// Whoever's way of signing in changed is told, in the open page or at the next sign-in, until it is seen; and what breaks the policy
// of a page is reported to the product itself.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { test } = require('node:test');
const { frame } = require('../lib/frame');
const { until } = require('../lib/product');
const { settled, bothSizes } = require('../lib/look');
const { go } = require('../lib/staff');
const { open, signIn, freshCode } = require('../lib/browser');

const { product, browsers } = frame('told', 8491, ['person', 'manager']);

test('whoever makes new recovery codes is told at the next sign-in, until it is seen', async () => {
  const { person } = browsers;
  const { page } = person;
  const user = product.user('coordinator', 'SE-DEMO');
  await signIn(person, user);
  assert.equal(await page.locator('#untold').count(), 0, 'nothing has changed');
  await page.goto(product.base + '/step-up?to=/account');
  await page.fill('input[name=otp]', await freshCode(user));
  await page.click('main form button[type=submit]');
  await page.getByRole('button', { name: /^Make ten new codes/ }).click();
  await page.getByRole('heading', { name: 'Recovery codes' }).waitFor();
  await page.goto(product.base + '/');
  await settled(page);
  assert.equal(await page.locator('#untold').count(), 0, 'the page has answered');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForSelector('input[name=username]');
  assert.deepEqual(person.problems.filter(each => !/401/.test(each)), []);
  person.problems.length = 0; // the page that was left may have asked once more, and was told that its session is over
  await signIn(person, user);
  const told = page.locator('#untold');
  await told.getByText(/^New recovery codes were made on .+ at \d\d:\d\d\.$/).waitFor();
  await bothSizes(person, 'told-recovery-codes');
  await go(page, 'Cases');
  await told.waitFor();
  await told.getByRole('button', { name: 'Seen' }).click();
  await told.waitFor({ state: 'detached' });
  await page.reload();
  await settled(page);
  assert.equal(await told.count(), 0, 'seen is seen');
  await page.goto(product.base + '/account');
  await page.getByText(/, New recovery codes were made$/).waitFor();
  assert.deepEqual(person.problems, []);
});

test('a code that a manager issues is told in the open page', async () => {
  const { person, manager } = browsers;
  const { page } = person;
  await page.goto(product.base + '/');
  await settled(page);
  await signIn(manager, product.user('manager', 'SE-DEMO'));
  await go(manager.page, 'Accounts');
  await manager.page.locator('#new-code-' + product.user('coordinator', 'SE-DEMO').username).click();
  await manager.page.locator('#enrolment-code input').waitFor();
  await go(page, 'Cases');
  await page.locator('#untold').getByText(/^A one-time code to set the account up anew was issued on/).waitFor();
  await page.locator('#untold').getByRole('link', { name: 'My activity' }).click();
  await page.getByRole('heading', { level: 1, name: 'My activity' }).waitFor();
  await page.locator('#untold').waitFor();
  const rest = await page.evaluate(async () => {
    const get = async () => (await fetch('/api/v1/session')).json();
    const before = await get();
    const seen = body => fetch('/api/v1/session/seen', { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': before.csrf_token } });
    return { before, wrong: (await seen({ up_to: 'all' })).status, done: (await seen({ up_to: before.account_events.at(-1).number })).status, after: await get() };
  });
  assert.deepEqual(rest.before.account_events.map(e => e.kind), ['code_issued'], 'a program is told the same');
  assert.match(rest.before.account_events[0].at, /^\d{4}-\d\d-\d\dT/);
  assert.equal(rest.wrong, 422);
  assert.equal(rest.done, 200);
  assert.deepEqual(rest.after.account_events, []);
  await go(page, 'Cases');
  await page.locator('#untold').waitFor({ state: 'detached' });
});

test('what breaks the policy of a page is reported, counted and told in one line', { timeout: 200000 }, async () => {
  const visitor = await open(product);
  try {
    await visitor.page.goto(product.base + '/sign-in');
    await visitor.page.evaluate(() => document.body.append(Object.assign(document.createElement('script'), { textContent: 'stolen = 1' })));
    const log = path.join(product.data, 'log/openbarnahus.log');
    const line = await until('a line of the log', 150, () => /browsers kept pages from breaking their policy: .*/.exec(fs.readFileSync(log, 'utf8')));
    assert.match(line[0], /default-src inline 1|script-src(-elem)? inline 1/);
  } finally {
    await visitor.close();
  }
});
