// A session that is carried to another network waits for its owner, in the open page and over REST, and goes on where it was.
const assert = require('node:assert');
const { test } = require('node:test');
const { frame } = require('../lib/frame');
const { until } = require('../lib/product');
const { settled } = require('../lib/look');
const { go } = require('../lib/staff');
const { signIn, shot, freshCode, accessibilityProblems } = require('../lib/browser');

// this test is the proxy that says from where somebody asks
const { product, browsers } = frame('network', 8493, ['person'], { settings: { 'org.openbarnahus.auth.web.cfg': 'proxies = 127.0.0.1, ::1' } });

const from = address => browsers.person.page.context().setExtraHTTPHeaders({ 'X-Forwarded-For': address });
const cases = async () => (await browsers.person.page.request.get(product.base + '/api/v1/cases')).status();
const leave = () => browsers.person.page.getByRole('link', { name: 'Indicators', exact: true }).click().catch(() => {});

test('in another network the open page leads to the second factor, and back', async () => {
  const { person } = browsers;
  const { page } = person;
  const user = product.user('coordinator', 'SE-DEMO');
  await from('192.0.2.10');
  await signIn(person, user);
  await go(page, 'Cases');
  await from('192.0.2.77');
  assert.equal(await cases(), 200, 'the same network');
  await until('the settings', 30, async () => {
    await from('198.51.100.7');
    return (await cases()) === 403;
  });
  const refused = await (await page.request.get(product.base + '/api/v1/cases')).json();
  assert.equal(refused.code, 'STEP_UP_REQUIRED');
  await from('192.0.2.10');
  assert.equal(await cases(), 403, 'the owner hears of it, too');
  await leave();
  await until('the second factor', 30, () => page.url().includes('/step-up?to='));
  await page.getByText('You are in another network than where you signed in.').waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  await shot(person, 'network-step-up');
  await from('198.51.100.7');
  await page.fill('input[name=otp]', await freshCode(user));
  await page.click('main form button[type=submit]');
  await page.waitForSelector('vaadin-app-layout');
  await settled(page);
  assert.equal(await cases(), 200);
  await from('192.0.2.10');
  assert.equal(await cases(), 200, 'both networks are known now');
  await go(page, 'Cases');
  await page.goto(product.base + '/account');
  await page.getByRole('heading', { name: 'Signed in now' }).waitFor();
  // told at the next sign-in; this one was asked
  assert.deepEqual(person.problems.filter(each => !/40[13]/.test(each)), []);
});
