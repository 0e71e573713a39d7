// How long a case is kept: it is proposed when its time is over, held by a legal hold, erased by two; and the keys it lies under.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { test, before, after, afterEach } = require('node:test');
const { Product, until } = require('../lib/product');
const { settled, bothSizes } = require('../lib/look');
const { open, signIn, shot } = require('../lib/browser');
const { go } = require('../lib/staff');

const REASON = 'The district court has asked for the whole file.';
const product = new Product(Number(process.env.RETENTION_PORT || 8482), 5);
const browsers = {};
const ago = (years, days = 0) => { const d = new Date(Date.now() + days * 86400000); d.setUTCFullYear(d.getUTCFullYear() - years); return d.toISOString().slice(0, 10); };
let one; // closed eighteen years ago, of a child who was 17 then: nothing older than twenty years is accepted

async function post(browser, address, data) {
  const rest = `${browser.base}/api/v1`;
  const token = (await (await browser.page.request.get(`${rest}/session`)).json()).csrf_token;
  const answer = await browser.page.request.post(rest + address, {
    headers: { 'X-CSRF-Token': token, 'Idempotency-Key': `retention-${Date.now()}-${Math.random()}`, Origin: browser.base }, data,
  });
  assert.equal(answer.status(), 201, await answer.text());
  return answer.json();
}

/** By the menu, where a counter may stand beside the name. */
async function erasures(browser) {
  const { page } = browser;
  await page.locator('vaadin-side-nav-item').filter({ hasText: /^\s*Erasure/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Erasure' }).waitFor();
  await settled(page);
}

before(async () => {
  await product.start();
  for (const [name, role] of [['coordinator', 'coordinator'], ['manager', 'manager'], ['officer', 'dpo']]) {
    browsers[name] = await open(product);
    await signIn(browsers[name], product.user(role, 'SE-DEMO'));
  }
  one = await post(browsers.coordinator, '/cases', {
    core: {
      case_date: ago(19), report_date: ago(19, -5), initiated_by: 'police', child_role: 'victim', age: 17, sex: 'female',
      municipality: '0180', suspicion: [{ code: 'physical_other', main: true }], online_element: 'none',
      suspects: [{ relation: 'stranger', age_group: 'adult', sex: 'male' }],
      has_led_to_police_report: 'yes', has_led_to_prosecution: 'no', special_needs: { assessed: 'no' },
      child_demographic: {
        born_in_country: 'yes', residence_status: 'citizen_or_permanent', main_language: 'swe', interpreter_needed: 'no',
        living_situation: 'both_parents',
      },
    },
    national: {},
  });
  await post(browsers.coordinator, `/cases/${one.id}/timeline`, { type: 'referral', date: ago(19, 1), conditions: { eligibility: 'accepted', urgency: 'soon' } });
  await post(browsers.coordinator, `/cases/${one.id}/timeline`, { type: 'closure', date: ago(18), conditions: { closure_reason: 'completed' } });
});
after(async () => {
  for (const browser of Object.values(browsers)) await browser.close();
  product.stop();
});
afterEach(async t => {
  if (!t.passed) for (const [name, browser] of Object.entries(browsers)) await shot(browser, `failed-retention-${name}`).catch(() => {});
});

test('a case that is kept for longer than the law says is proposed, with the rule and that it is a draft', async () => {
  const { page } = browsers.manager;
  await erasures(browsers.manager);
  await page.getByText('No closed case is due to be erased.').waitFor();
  await page.getByRole('button', { name: 'Look now' }).click();
  const proposal = page.locator(`[id="proposal-${one.number}"]`);
  await proposal.getByText(`${one.number}: Kept until the child is 30`).waitFor();
  await proposal.getByText('Draft: not checked with the law').waitFor();
  await proposal.getByText(new RegExp(`^Closed .*${ago(18).slice(0, 4)}.*To be kept until .*${Number(ago(19).slice(0, 4)) + 13}`)).waitFor();
  await proposal.getByText(/Prop\. 2025\/26:12/).waitFor();
  await bothSizes(browsers.manager, 'retention-proposal');
});

test('a hold asks why and until when, and takes the question for erasure away', async () => {
  const { page } = browsers.manager;
  await page.getByRole('button', { name: `Put on hold: ${one.number}` }).click();
  await page.getByRole('textbox', { name: 'Why must the case be kept?' }).fill('court');
  await page.locator('#hold-go').click();
  await page.getByText('At least 10 characters.').waitFor();
  await bothSizes(browsers.manager, 'retention-hold-dialog');
  await page.getByRole('textbox', { name: 'Why must the case be kept?' }).fill(REASON);
  await page.locator('#hold-go').click();
  const hold = page.locator(`[data-hold="${one.number}"]`);
  await hold.getByText(REASON).waitFor();
  await hold.getByText(/^Review by/).waitFor();
  assert.equal(await page.getByRole('button', { name: `Ask for erasure: ${one.number}` }).count(), 0);
  await bothSizes(browsers.manager, 'retention-held');
});

test('whoever works with the case is told that a hold is on, and not why', async () => {
  const { page, base } = browsers.coordinator;
  await page.goto(`${base}/cases/${one.id}`);
  await page.getByText(/^Legal hold: this case is not erased until the hold is lifted/).waitFor();
  await settled(page);
  assert.ok(!(await page.content()).includes(REASON), 'not why');
  await bothSizes(browsers.coordinator, 'retention-case');
});

test('the officer says that it goes on, then lifts it', async () => {
  const { page } = browsers.officer;
  await erasures(browsers.officer);
  const hold = page.locator(`[data-hold="${one.number}"]`);
  await hold.getByText(REASON).waitFor();
  await page.getByRole('button', { name: `Goes on: ${one.number}` }).click();
  await page.locator('#hold-go').click();
  await page.getByText(`The hold goes on: ${one.number}`).waitFor();
  await settled(page);
  const lift = page.getByRole('button', { name: `Lift the hold: ${one.number}` });
  const sure = page.getByRole('button', { name: 'Lift the hold', exact: true });
  await lift.click();
  await sure.waitFor({ timeout: 5_000 }).catch(() => lift.click()); // the list may have been drawn anew under the click
  await sure.click();
  await page.getByText('1 lifted hold').waitFor();
  await bothSizes(browsers.officer, 'retention-lifted');
});

test('the manager asks from the proposal, the officer confirms, and both lists let go of it', async () => {
  const manager = browsers.manager.page;
  const officer = browsers.officer.page;
  await manager.getByRole('button', { name: `Ask for erasure: ${one.number}` }).click();
  await manager.getByRole('button', { name: 'Ask for it' }).click();
  await officer.getByRole('button', { name: `Erase: ${one.number}` }).click();
  await officer.getByRole('button', { name: 'Erase for good' }).click();
  await officer.locator(`[id="erased-${one.number}"]`).waitFor();
  await manager.locator(`[id="proposal-${one.number}"]`).waitFor({ state: 'detached' });
  await manager.getByText('No closed case is due to be erased.').waitFor();
});

test('the house gets a new key, and the page says how many cases lie under it', async () => {
  const { page } = browsers.manager;
  await go(page, 'Keys');
  const first = page.locator('[data-key="1"]');
  await first.getByText('Newest').waitFor();
  assert.match(await first.innerText(), /\d+ cases? lies? under it/);
  await bothSizes(browsers.manager, 'keys');
  await page.getByRole('button', { name: 'New key' }).click();
  await page.getByRole('button', { name: 'Make a new key' }).click();
  await page.locator('[data-key="2"]').getByText('Newest').waitFor();
  await until('the end', 60, async () => {
    await settled(page);
    const again = page.getByRole('button', { name: 'Look again' });
    if (await again.count()) await again.click({ timeout: 2_000 }).catch(() => {});
    return page.getByText(/^Everything came under the newest key/).isVisible();
  });
  await first.getByText('0 cases lie under it').waitFor();
  await bothSizes(browsers.manager, 'keys-renewed');
});

test('nothing went wrong unseen', () => {
  for (const browser of Object.values(browsers)) assert.deepEqual(browser.problems, []);
});

test('a new root key wraps every key anew, and the old one can be taken away', async () => {
  const said = product.hub(['admin', '--data', product.data, 'keys-rotate', '--root']);
  assert.match(said, /(\d+) of \1 keys lie under it/);
  assert.match(said, /root\.1\.key/);
  assert.match(product.hub(['admin', '--data', product.data, 'keys-status']), /(\d+) of \1 keys lie under it/);
  product.hub(['stop', '--data', product.data]);
  fs.rmSync(path.join(product.data, 'keys', 'root.1.key'));
  product.hub(['run', '--data', product.data, '--port', String(product.port), '--background']);
  const { page, base } = browsers.coordinator;
  await signIn(browsers.coordinator, product.user('coordinator', 'SE-DEMO'));
  const cases = await until('the cases', 60, async () => {
    const answer = await page.request.get(`${base}/api/v1/cases?limit=5`);
    return answer.ok() && (await answer.json()).cases;
  });
  assert.ok(cases.length > 0);
  for (const each of cases) {
    assert.equal((await page.request.get(`${base}/api/v1/cases/${each.id}`)).status(), 200);
    assert.equal((await page.request.get(`${base}/api/v1/cases/${each.id}/timeline`)).status(), 200);
  }
});
