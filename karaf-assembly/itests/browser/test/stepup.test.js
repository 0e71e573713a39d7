// A fresh second factor inside an open page: the page goes on under another secret, and the one of before changes nothing more.
const assert = require('node:assert');
const https = require('node:https');
const { test } = require('node:test');
const { frame } = require('../lib/frame');
const { settled } = require('../lib/look');
const { go } = require('../lib/staff');
const { signIn, freshCode } = require('../lib/browser');

// the least that can be set: the test waits for it to go by
const { product, browsers } = frame('stepup', 8498, ['manager'], { settings: { 'org.openbarnahus.access.cfg': 'step.up.minutes = 1' } });

const secret = async () => (await browsers.manager.page.context().cookies()).find(each => each.name === '__Host-session').value;

/** Somebody who has nothing but that secret. */
const under = (value, method, where, headers = {}) => new Promise((done, failed) => {
  const asked = https.request(product.base + where, { method, rejectUnauthorized: false, headers: { Cookie: '__Host-session=' + value, 'Content-Type': 'application/json', ...headers } }, answer => {
    let text = '';
    answer.on('data', part => { text += part; }).on('end', () => done({ status: answer.statusCode, text, headers: answer.headers }));
  });
  asked.on('error', failed).end(method === 'POST' ? '{}' : undefined);
});

const code = who => browsers.manager.page.locator('#new-code-' + product.user(who, 'SE-DEMO').username);

/** Issues a one-time code that needs a fresh factor, and notes it. */
async function issued(page, who) {
  await page.locator('#new-code-' + product.user(who, 'SE-DEMO').username).click();
  await page.locator('#enrolment-code input').waitFor();
  await page.getByRole('button', { name: 'It is noted' }).click();
  await page.locator('#enrolment-code').waitFor({ state: 'detached' });
}

test('an open page that proves the factor goes on, and whoever has the secret of before gets nothing done', { timeout: 240000 }, async () => {
  const { manager } = browsers;
  const { page } = manager;
  const user = product.user('manager', 'SE-DEMO');
  await signIn(manager, user);
  await go(page, 'Accounts');
  const beside = await page.context().newPage(); // another page of the same browser, open all the while
  await beside.goto(product.base + '/accounts');
  await settled(beside);
  await page.waitForTimeout(61000);
  const old = await secret();
  const token = JSON.parse((await under(old, 'GET', '/api/v1/session')).text).csrf_token;
  const otp = await freshCode(user);
  await code('coordinator').click();
  const field = page.locator('#step-up-code input');
  await field.waitFor();
  await field.pressSequentially(otp);
  await field.press('Enter');
  await page.locator('#enrolment-code input').waitFor();
  const began = Date.now();
  assert.notEqual(await secret(), old);

  const reissue = '/api/v1/users/' + product.user('coordinator', 'SE-DEMO').username + '/enrolment-code';
  const late = await under(old, 'POST', reissue, { 'X-CSRF-Token': token });
  const click = await under(old, 'POST', '/?v-r=uidl&v-uiId=0');
  const read = await under(old, 'GET', '/api/v1/session');
  assert.ok(Date.now() - began < 10000, 'this machine is too slow for the test');
  assert.equal(late.status, 503);
  assert.equal(JSON.parse(late.text).code, 'BUSY');
  assert.equal(late.headers['retry-after'], '1');
  assert.equal(click.status, 503);
  assert.equal(read.status, 200, 'what was under way is read');
  const now = await under(await secret(), 'POST', reissue, { 'X-CSRF-Token': token });
  assert.notEqual(now.status, 503);
  assert.notEqual(JSON.parse(now.text).code, 'STEP_UP_REQUIRED');

  await page.getByRole('button', { name: 'It is noted' }).click();
  await page.locator('#enrolment-code').waitFor({ state: 'detached' });
  await issued(page, 'practitioner');
  await issued(beside, 'practitioner');
  assert.equal(await page.locator('#step-up-code').count() + await beside.locator('#step-up-code').count(), 0, 'nobody is asked twice');
  await page.waitForTimeout(Math.max(0, 10500 - (Date.now() - began)));
  assert.equal((await under(old, 'GET', '/api/v1/session')).status, 401);
  await go(page, 'Cases');
  assert.deepEqual(manager.problems, []);
});
