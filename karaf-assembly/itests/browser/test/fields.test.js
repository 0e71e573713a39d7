// What an agency is not shown does not reach its browser: not on the page, and not in what the page and the server say to each other.
const assert = require('node:assert');
const { test, before, after, afterEach } = require('node:test');
const { Product, until } = require('../lib/product');
const { settled, bothSizes } = require('../lib/look');
const { open, signIn, shot, accessibilityProblems } = require('../lib/browser');

const MARK = 'Fjärilar lugnar, sade terapeuten, och saffransbullar';
const product = new Product(Number(process.env.FIELDS_PORT || 8479), 20);
const everything = new Map(); // browser -> all that came to it
let coordinator;
let one;

/** Notes every answer that came to its end (one that is held open for news would be waited for) and every frame of a socket. */
function listen(browser) {
  const said = [];
  everything.set(browser, said);
  browser.page.on('requestfinished', r => { said.push(r.response().then(answer => answer.text()).catch(() => '')); });
  browser.page.on('websocket', s => s.on('framereceived', f => said.push(Promise.resolve(String(f.payload)))));
}

async function opened(role, agency) {
  const browser = await open(product);
  listen(browser);
  await signIn(browser, product.user(role, 'SE-DEMO', agency));
  return browser;
}

/** Opens the case, waits for its timeline, and gives all that came. */
async function seen(browser) {
  const { page, base } = browser;
  await page.goto(`${base}/cases/${one}`);
  await page.locator('#timeline h3', { hasText: 'Therapy session' }).first().waitFor();
  await settled(page);
  return (await Promise.all(everything.get(browser))).join('\n');
}

/** A JSON text may write å as an escape: both ways of writing count. */
const holds = text => text.includes(MARK) || text.includes(JSON.stringify(MARK).slice(1, -1).replace('ä', '\\u00e4'));

before(async () => {
  await product.start();
  coordinator = await opened('coordinator');
  const { page, base } = coordinator;
  const rest = `${base}/api/v1`;
  const own = await until('a case of the police and of health', 90, async () => {
    const cases = (await (await page.request.get(`${rest}/cases?limit=200&state=open`)).json()).cases;
    for (const c of cases) {
      const team = (await (await page.request.get(`${rest}/cases/${c.id}/members`)).json()).members.map(m => m.username);
      if (team.includes('se-police') && team.includes('se-health')) return c;
    }
  });
  one = own.id;
  const me = await page.request.get(`${rest}/session`);
  const token = (await me.json()).csrf_token;
  const day = new Date(Date.now() - 86400000).toISOString().slice(0, 10);
  const saved = await page.request.post(`${rest}/cases/${one}/timeline`, {
    headers: { 'X-CSRF-Token': token, 'Idempotency-Key': `fields-${Date.now()}`, Origin: base },
    data: { type: 'therapy_session', date: day, note: MARK },
  });
  assert.equal(saved.status(), 201, await saved.text());
});
after(async () => {
  for (const browser of everything.keys()) await browser.close();
  product.stop();
});
afterEach(async t => {
  if (!t.passed) for (const browser of everything.keys()) await shot(browser, 'failed-fields').catch(() => {});
});

test('who is shown the note gets it: the listening works', async () => {
  assert.ok(holds(await seen(coordinator)));
  const health = await opened('practitioner', 'health');
  assert.ok(holds(await seen(health)));
});

test('the police get neither the note nor a word of it, and are told so', async () => {
  const police = await opened('practitioner', 'police');
  const { page } = police;
  assert.ok(!holds(await seen(police)));
  const entry = page.locator('.ob-entry', { hasText: 'Therapy session' }).first();
  await entry.getByText('Not shown to you.').first().waitFor();
  await entry.getByText('Notes of examinations and treatment are for those who treat the child').waitFor();
  await shot(police, 'fields-police');
  await entry.getByRole('button', { name: 'Correct Therapy session' }).or(entry.locator('.ob-entry-tools vaadin-button').first()).first().click();
  await page.locator('#save-entry').waitFor();
  await settled(page);
  assert.equal(await page.locator('.ob-entry-editor vaadin-text-area').count(), 0, 'no form asks for what is not shown');
  assert.ok(!holds((await Promise.all(everything.get(police))).join('\n')));
  assert.deepEqual(await accessibilityProblems(page), []);
  assert.deepEqual(police.problems, []);
});

test('a manager who only oversees reads no free text', async () => {
  const manager = await opened('manager');
  assert.ok(!holds(await seen(manager)));
  await manager.page.getByText('Not shown to you.').first().waitFor();
});

test('the sharing matrix says who is shown what, and why', async () => {
  const { page, base } = coordinator;
  await page.goto(`${base}/sharing`);
  await page.getByRole('heading', { level: 1, name: 'Who sees what' }).waitFor();
  const row = page.locator('#sharing-fewer tr[data-field="therapy.method"]');
  await row.getByText('How a child is treated is between the child and those who treat').waitFor();
  assert.deepEqual(await row.locator('td').allInnerTexts(), ['Yes', 'Yes', 'No', 'Yes', 'No', 'No', 'Yes']);
  await page.getByText(/Schema s[0-9a-f]{16} \(SE\)/).waitFor();
  await settled(page);
  await row.getByText('Therapy session').waitFor();
  await bothSizes(coordinator, 'sharing');
  for (const table of await page.locator('.ob-scroll').all()) assert.ok(await table.evaluate(e => e.scrollWidth <= e.clientWidth), 'no column is out of sight');
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('#sharing-download').click()]);
  assert.equal(file.suggestedFilename(), 'sharing-matrix.csv');
  assert.deepEqual(coordinator.problems, []);
});
