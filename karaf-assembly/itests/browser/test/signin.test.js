// Signing in as people do: enrolment, agreement, recovery codes, passkeys, one session at a time, drafts.
const assert = require('node:assert');
const fs = require('node:fs');
const https = require('node:https');
const { test, before, after, afterEach } = require('node:test');
const { Product, until } = require('../lib/product');
const { settled } = require('../lib/look');
const { open, signIn, enter, shot, freshCode, accessibilityProblems } = require('../lib/browser');

const PASSWORD = 'fyra hästar simmar hemåt';
const product = new Product(Number(process.env.SIGNIN_PORT || 8474), 20);
const browsers = [];
let manager; // browser of the manager
let recovery; // codes of the new colleague
const colleague = { username: 'nyanst-' + Date.now().toString(36), password: PASSWORD, totpSecret: '' };

async function browser(options) {
  const opened = await open(product, options);
  browsers.push(opened);
  return opened;
}

before(async () => {
  await product.start();
  manager = await browser();
  await signIn(manager, product.user('manager', 'SE-DEMO'));
});
after(async () => {
  for (const each of browsers) await each.close();
  product.stop();
});
afterEach(async t => {
  if (t.passed) return;
  for (let i = 0; i < browsers.length; i++) await shot(browsers[i], `failed-signin-${i}`).catch(() => {});
});

test('a manager invites a colleague, who chooses password and second factor alone', async () => {
  const { page } = manager;
  await page.goto(manager.base + '/accounts');
  await page.getByRole('button', { name: 'New account' }).click();
  await page.getByLabel('User name').fill(colleague.username);
  await page.getByRole('checkbox', { name: 'Coordinator' }).check();
  await page.getByRole('button', { name: 'Create account' }).click();
  const code = await page.locator('#enrolment-code input').inputValue();
  assert.match(code, /^([A-Z2-7]{4}-){6}[A-Z2-7]{4}$/);
  await shot(manager, 'signin-invited');
  await page.getByRole('button', { name: 'It is noted' }).click();

  const other = await browser();
  await other.page.goto(other.base + '/enrol');
  assert.deepEqual(await accessibilityProblems(other.page), []);
  await other.page.fill('input[name=username]', colleague.username);
  await other.page.fill('input[name=code]', code);
  await other.page.fill('input[name=password]', 'barnahus-2026-barnahus');
  await other.page.fill('input[name=again]', 'barnahus-2026-barnahus');
  await other.page.click('button[type=submit]');
  await other.page.getByText('easy to guess').waitFor();
  await other.page.fill('input[name=password]', PASSWORD);
  await other.page.fill('input[name=again]', PASSWORD);
  await other.page.click('button[type=submit]');
  colleague.totpSecret = (await other.page.locator('main > code').innerText()).replace(/\s/g, '');
  recovery = await other.page.locator('.codes li code').allInnerTexts();
  assert.equal(new Set(recovery).size, 10);
  await shot(other, 'signin-enrolled');
  assert.deepEqual(await accessibilityProblems(other.page), []);
  await other.close();
  browsers.splice(browsers.indexOf(other), 1);
});

let own; // browser of the colleague
test('before the first page comes the agreement, and everybody signs it once', async () => {
  own = await browser({ size: { width: 390, height: 844 } });
  const { page } = own;
  await page.goto(own.base + '/sign-in');
  await page.fill('input[name=username]', colleague.username);
  await page.fill('input[name=password]', PASSWORD);
  await page.fill('input[name=otp]', await freshCode(colleague));
  await page.click('button[type=submit]');
  await page.waitForURL('**/agreement**');
  assert.equal(await page.locator('article.agreement ol > li').count(), 6);
  const api = await page.request.get(own.base + '/api/v1/cases');
  assert.equal(api.status(), 403);
  assert.equal((await api.json()).code, 'AGREEMENT_REQUIRED');
  await shot(own, 'signin-agreement-narrow');
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.fill('input[name=name]', 'Maria Ek');
  await page.fill('input[name=title]', 'samordnare');
  await page.fill('input[name=organisation]', 'Barnahus Demo');
  await page.click('main form button[type=submit]');
  await page.waitForSelector('vaadin-app-layout');
  await page.goto(own.base + '/agreement');
  await page.getByText('Maria Ek').waitFor();
  await shot(own, 'signin-agreement-signed');
  await manager.page.goto(manager.base + '/accounts');
  await manager.page.getByText('Maria Ek, samordnare').waitFor();
  await shot(manager, 'signin-accounts');
});

test('a line on the page leads to the training; a wrong answer is told, right ones end the reminder', async () => {
  const { page } = own;
  await page.goto(own.base + '/cases');
  await page.getByRole('link', { name: 'To the training' }).waitFor();
  await shot(own, 'signin-training-due-narrow');
  await page.getByRole('link', { name: 'To the training' }).click();
  await page.waitForURL('**/training');
  assert.equal(await page.locator('fieldset.question').count(), 8);
  assert.deepEqual(await accessibilityProblems(page), []);
  const answers = { q1: 'b', q2: 'c', q3: 'a', q4: 'b', q5: 'c', q6: 'a', q7: 'b', q8: 'a' };
  for (const [question, letter] of Object.entries(answers)) await page.check(`input[name=${question}][value=${letter}]`);
  await page.getByRole('button', { name: 'Check my answers' }).click();
  await page.getByText('Half a minute is enough to get in').waitFor();
  assert.equal(await page.locator('.question .wrong').count(), 1, 'only what is wrong is marked');
  assert.ok(await page.isChecked('input[name=q1][value=b]'), 'what was chosen stays');
  await shot(own, 'signin-training-wrong-narrow');
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.check('input[name=q8][value=c]');
  await page.getByRole('button', { name: 'Check my answers' }).click();
  await page.waitForSelector('vaadin-app-layout');
  await settled(page);
  assert.equal(await page.getByRole('link', { name: 'To the training' }).count(), 0);
  await page.goto(own.base + '/training?lang=sv');
  await page.getByText('Godkänd. Den ska göras igen senast den').waitFor();
  await shot(own, 'signin-training-passed-sv');
  await page.goto(own.base + '/training?lang=en');
  await manager.page.goto(manager.base + '/accounts');
  await manager.page.getByRole('row', { name: new RegExp('^' + colleague.username) }).getByText(/^Training \d+ \w+ 20\d\d$/).waitFor();
  await shot(manager, 'signin-accounts-trained');
});

test('a passkey is made on My account and signs in; nothing but user verification will do', async () => {
  const { page } = own;
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  await page.goto(own.base + '/account');
  await page.fill('input[name=name]', 'Work laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText('The passkey was added').waitFor();
  await shot(own, 'signin-account-narrow');
  assert.deepEqual(await accessibilityProblems(page), []);
  const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId });
  assert.equal(credentials.length, 1);

  const withPasskey = async () => {
    await page.goto(own.base + '/sign-in');
    if (await page.locator('form[action="/sign-out"]').count()) {
      await page.click('form[action="/sign-out"] button');
    }
    await page.fill('input[name=username]', colleague.username);
    await page.fill('input[name=password]', PASSWORD);
    await page.getByRole('button', { name: 'Use a passkey' }).click();
  };
  await withPasskey();
  await page.waitForSelector('vaadin-app-layout');
  await page.goto(own.base + '/account');
  await page.getByText('with a passkey').first().waitFor();

  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await withPasskey();
  await page.locator('[data-passkey-failed]:visible').waitFor();

  // a copy of the key whose counter lags behind is refused
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
  const [now] = (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
  await cdp.send('WebAuthn.removeCredential', { authenticatorId, credentialId: now.credentialId });
  await cdp.send('WebAuthn.addCredential', { authenticatorId, credential: { ...now, signCount: 1 } });
  await withPasskey();
  await page.getByText('Name, password or code is not right').waitFor();
  await cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
});

test('a recovery code signs in once and the number that is left is shown', async () => {
  const { page } = own;
  const withRecovery = async code => {
    await page.goto(own.base + '/sign-in');
    await page.getByText('Use a recovery code').click();
    await page.fill('input[name=username]', colleague.username);
    await page.fill('input[name=password]', PASSWORD);
    await page.fill('input[name=otp]', code);
    await page.click('form button[type=submit]');
  };
  await withRecovery(recovery[0].toLowerCase());
  await enter(page);
  await page.goto(own.base + '/account');
  await page.getByText('Codes you have left: 9').waitFor();
  await page.context().clearCookies();
  await withRecovery(recovery[0]);
  await page.getByText('Name, password or code is not right').waitFor();
  await withRecovery(recovery[1]);
  await enter(page); // past the notice: the session before was still there
});

test('the audit trail leaves the house as a file, for its officer alone', async () => {
  const officer = await browser();
  await signIn(officer, product.user('dpo', 'SE-DEMO'));
  const { page } = officer;
  await page.goto(officer.base + '/audit?kind=SIGN_IN');
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^Download audit\.csv/ }).click()]);
  assert.equal(file.suggestedFilename(), 'audit.csv');
  const lines = fs.readFileSync(await file.path(), 'utf8').trim().split(/\r?\n/);
  assert.ok(lines.length > 3 && lines.slice(1).every(line => line.includes('SIGN_IN')), lines.slice(0, 4).join('\n'));
  await shot(officer, 'signin-audit-export');
  await page.locator('.ob-audit-bar vaadin-text-field input').first().pressSequentially('SE-1999-00001');
  await page.keyboard.press('Enter');
  await page.waitForURL(/SE-1999-00001/);
  assert.equal((await manager.page.request.get(manager.base + '/api/v1/audit/export')).status(), 403);
  assert.deepEqual(officer.problems, []);
});

test('a second sign-in ends the first, and both are told; what was typed is offered again', async () => {
  const { page } = own;
  await page.goto(own.base + '/cases');
  await page.locator('vaadin-grid a').first().click();
  await page.locator('#edit-case').click();
  const address = new URL(page.url()).pathname;
  const age = page.getByRole('spinbutton').or(page.getByLabel('Age', { exact: true })).first();
  const was = await until('the age as it was', 10, () => age.inputValue());
  const years = was === '13' ? '12' : '13'; // what is as it was needs no draft
  await age.fill(years);
  await age.press('Tab');
  await page.waitForTimeout(1500);

  const second = await browser();
  await second.page.goto(second.base + '/sign-in');
  await second.page.fill('input[name=username]', colleague.username);
  await second.page.fill('input[name=password]', PASSWORD);
  await second.page.fill('input[name=otp]', await freshCode(colleague));
  await second.page.click('button[type=submit]');
  await second.page.getByText('that session has ended now').waitFor();
  await shot(second, 'signin-took-over');
  // the first page learns by push, without a click
  await page.getByText('somebody signed in elsewhere').waitFor({ timeout: 40000 });
  await shot(own, 'signin-taken-over');
  const api = await page.request.get(own.base + '/api/v1/cases');
  assert.equal((await api.json()).code, 'SESSION_TAKEN_OVER');

  await enter(second.page);
  await second.page.goto(second.base + address);
  await second.page.locator('#draft-offer').waitFor();
  await shot(second, 'signin-draft');
  await second.page.locator('#draft-take').click();
  await until('the draft in the form', 10, async () =>
    (await second.page.locator('input').evaluateAll(all => all.map(e => e.value))).includes(years));
  await second.page.getByRole('button', { name: 'Cancel' }).click();
  await second.page.reload();
  await second.page.locator('#edit-case').waitFor();
  assert.equal(await second.page.locator('#draft-offer').count(), 0);

  // a manager closes the account: the open page is out without a click
  await manager.page.goto(manager.base + '/accounts');
  await manager.page.locator(`#close-${colleague.username}`).click();
  await second.page.getByText('your account was changed').waitFor({ timeout: 40000 });
});

test('a manager words the agreement anew: too short is told and stays, then everybody is asked again', async () => {
  const { page } = manager;
  const bystander = await browser();
  await signIn(bystander, product.user('coordinator', 'SE-DEMO'));
  await bystander.page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
  await page.goto(manager.base + '/agreements');
  const area = page.locator('#agreement-en textarea');
  await area.waitFor();
  assert.match(await area.inputValue(), /\n- /);
  await page.locator('#agreement-sv textarea').fill('');
  await page.locator('#agreement-nb textarea').fill('');
  await area.fill('We promise:\n- much.');
  await publish(page, () => page.locator('#agreement-en[invalid]').isVisible());
  await page.locator('#agreement-en').getByText('At least 200 characters').waitFor();
  assert.equal(await area.inputValue(), 'We promise:\n- much.');
  await shot(manager, 'signin-agreement-short');
  await area.fill('We promise each other and the children of this house:\n' + '- to look only at what the work needs. '.repeat(9));
  await publish(page, () => new URL(page.url()).pathname === '/agreement');
  await page.getByText('to look only at what the work needs').first().waitFor();
  // a page that was open all the while is led there by the next click
  await settled(bystander.page);
  await bystander.page.getByRole('link', { name: 'Indicators', exact: true }).click();
  // two ways lead there at once, the router's and the server's; the slower one is aborted
  await until('the agreement', 30, () => bystander.page.url().includes('/agreement?to='));
  await page.fill('input[name=name]', 'Karin Berg');
  await page.fill('input[name=title]', 'chef');
  await page.fill('input[name=organisation]', 'Barnahus Demo');
  await page.click('main form button[type=submit]');
  await page.waitForURL('**/agreements');
  await page.getByRole('heading', { name: 'Version 2, in force' }).waitFor();
  await shot(manager, 'signin-agreement-published');
});

/** Proves the second factor again where that is long ago. */
async function publish(page, answered) {
  const code = page.locator('#step-up-code input');
  await page.locator('#agreement-publish').click();
  await page.locator('#agreement-confirm').click();
  await until('an answer', 30, async () => (await code.isVisible()) || answered());
  if (!(await code.isVisible())) return;
  await code.fill(await freshCode(product.user('manager', 'SE-DEMO')));
  await page.locator('#step-up-confirm').click();
  await until('an answer after the code', 30, answered);
}

test('the own session is on My account, has another secret after the factor, and is ended there', async () => {
  const own = await browser();
  const user = product.user('dpo', 'NO-DEMO');
  await signIn(own, user);
  const cookie = async name => (await own.page.context().cookies()).find(each => each.name === name);
  const before = await cookie('__Host-session');
  const known = await cookie('__Host-browser');
  assert.ok(known.httpOnly && known.secure && known.sameSite === 'Strict');
  assert.ok(known.expires * 1000 > Date.now() + 300 * 24 * 3600 * 1000);
  await own.page.goto(own.base + '/step-up?to=/account');
  await own.page.fill('input[name=otp]', await freshCode(user));
  await own.page.click('main form button[type=submit]');
  await own.page.getByRole('heading', { name: 'Signed in now' }).waitFor();
  const after = await cookie('__Host-session');
  assert.notEqual(after.value, before.value);
  const with_ = value => new Promise((done, failed) => https.get(own.base + '/api/v1/session',
    { rejectUnauthorized: false, headers: { Cookie: '__Host-session=' + value } }, answer => { answer.resume(); done(answer.statusCode); }).on('error', failed));
  await until('the old secret is void', 20, async () => (await with_(before.value)) === 401);
  assert.equal(await with_(after.value), 200);
  await own.page.getByText(/Chrome Linux \(this browser\), since/).waitFor();
  assert.deepEqual(await accessibilityProblems(own.page), []);
  await shot(own, 'signin-own-session');
  for (const path of ['/account', '/agreement', '/training', '/step-up']) {
    await own.page.goto(own.base + path);
    assert.equal(await own.page.locator('form.out').getByRole('button', { name: 'Sign out' }).count(), 1, path);
  }
  await own.page.goto(own.base + '/account');
  await own.page.getByRole('button', { name: 'End this session' }).click();
  await own.page.getByText('You are signed out').waitFor();
  assert.equal(await with_(after.value), 401);
});

test('no page had an error of its own', () => {
  for (const each of browsers) {
    const real = each.problems.filter(p => !/40[13]|422|status of 4/.test(p));
    assert.deepEqual(real, []);
  }
});
