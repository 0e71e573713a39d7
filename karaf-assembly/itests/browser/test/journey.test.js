// From a spreadsheet to an indicator, as a coordinator goes.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { test, before, after, afterEach } = require('node:test');
const { Product, ROOT, until } = require('../lib/product');
const { open, signIn, shot } = require('../lib/browser');
const { go, choose, day, openCase, total } = require('../lib/staff');

const SAMPLES = path.join(ROOT, 'docs/samples');
const PERIOD = 'from=2026-01-01&to=2026-12-31';
const product = new Product(8486, 20);
let browser;
let page;
let number; // of the imported case that the journey goes on with

before(async () => {
  await product.start();
  browser = await open(product);
  page = browser.page;
  await signIn(browser, product.user('coordinator', 'SE-DEMO'));
});
after(async () => {
  if (browser) await browser.close();
  product.stop();
});
afterEach(async t => {
  if (t.passed) return;
  await shot(browser, 'failed-' + t.name.replace(/\W+/g, '-').slice(0, 60)).catch(() => {});
  await page.goto(browser.base + '/cases'); // leaves what is half done
});

async function hand(which, file) {
  await page.locator(`#import-${which} input[type=file]`).setInputFiles(path.join(SAMPLES, file));
  await page.locator(`#import-${which}`).getByText(file).waitFor();
}
const said = () => page.getByRole('status').filter({ hasText: /\d/ }).first().textContent();
const deadline = () => page.locator('#deadlines [data-rule="se.fuk2a"]');
const entries = () => page.locator('#timeline').getByRole('listitem');
const json = async where => (await page.request.get(browser.base + '/api/v1/' + where)).json();

test('bad rows are told with line, column and reason, and nothing is written', async () => {
  const count = await total(page);
  await go(page, 'Import');
  await hand('cases', 'bad-rows.csv');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByText(/1 of 8 cases .* 6 problems were found\. Nothing has been written/).waitFor();
  const cells = (await page.locator('vaadin-grid-cell-content').allTextContents()).map(c => c.trim()).filter(Boolean);
  for (const [line, column] of [['3', 'case_date'], ['4', 'age'], ['5', 'municipality'], ['6', 'suspicion'], ['7', 'sex'], ['8', 'reference']]) {
    const at = cells.findIndex((c, i) => c === line && cells[i + 1] === column);
    assert.ok(at > 0, `line ${line}, ${column}: ${cells.join(' | ')}`);
    assert.equal(cells[at - 1], 'Cases');
    assert.match(cells[at + 2], /^\w.+\.$/, 'a reason in words');
  }
  await shot(browser, 'import-bad-rows');
  assert.equal(await page.getByRole('button', { name: 'Import', exact: true }).isEnabled(), false);
  assert.equal(await total(page), count);
});

test('the sample comes in after a dry run, and only when asked', async () => {
  const count = await total(page);
  await go(page, 'Import');
  await hand('cases', 'cases.csv');
  await hand('timeline', 'timeline.csv');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByText(/^All is well: 300 of 300 cases/).waitFor();
  assert.match(await said(), /and ([\d,]+) of \1 activities/);
  assert.equal(await total(page), count, 'a dry run writes nothing');

  await go(page, 'Import');
  await hand('cases', 'cases.csv');
  await hand('timeline', 'timeline.csv');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByText(/^Written: 300 of 300 cases/).waitFor({ timeout: 60000 });
  await shot(browser, 'import-done');
  assert.equal(await total(page), count + 300);
});

test('a decision in time, few keys away, meets the three months', async () => {
  number = await theCaseOfMay();
  await openCase(page, number);
  assert.match(await deadline().getAttribute('data-state'), /RUNNING|OVERDUE/);
  await page.keyboard.press('Alt+n');
  await page.getByRole('combobox', { name: 'Activity' }).waitFor();
  await choose(page, 'Activity', 'Decision whether to prosecute');
  await day(page, 'Date', '2026-06-15');
  await choose(page.locator('#timeline'), 'Decision', 'Charged');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Activity saved').waitFor();
  await page.locator('#deadlines [data-rule="se.fuk2a"][data-state="MET"]').waitFor();
  await deadline().getByText('Met', { exact: true }).waitFor();
  await shot(browser, 'deadline-met');
});

test('an interview takes seven keystrokes, and the indicator counts it', async () => {
  const before = await indicator();
  await openCase(page, number);
  const sofar = await entries().count();
  await page.keyboard.press('Alt+n');
  await page.getByRole('combobox', { name: 'Activity' }).waitFor();
  await page.keyboard.type('for');
  await page.getByRole('option', { name: /Forensic interview/ }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByLabel('Duration').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('Activity saved').waitFor();
  await until('one entry more', 10, async () => (await entries().count()) === sofar + 1);
  const after = await until('counted', 30, async () => {
    const now = await indicator();
    return now.n === before.n + 1 && now;
  });
  assert.equal(after.missing, before.missing - 1);
  await shot(browser, 'indicator-after');
});

test('an activity that was removed comes back by Undo', async () => {
  await openCase(page, number);
  const sofar = await entries().count();
  await page.getByRole('button', { name: /^Remove: Forensic interview/ }).click();
  await until('one entry less', 10, async () => (await entries().count()) === sofar - 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await until('all entries again', 10, async () => (await entries().count()) === sofar);
});

test('wrong input is told and stays', async () => {
  await openCase(page, number);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByLabel('Age', { exact: true }).fill('99');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('alert').filter({ hasText: 'Age' }).waitFor();
  assert.equal(await page.getByLabel('Age', { exact: true }).inputValue(), '99');
  await shot(browser, 'wrong-input');
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
});

test('a yes or no is taken back by mouse and by keyboard', async () => {
  await openCase(page, number);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const group = page.getByRole('radiogroup', { name: 'Interpreter needed' });
  const clear = page.getByRole('button', { name: 'Clear: Interpreter needed' });
  for (const press of [() => clear.click(), () => clear.press('Enter')]) {
    await group.getByLabel('Yes', { exact: true }).check();
    await press();
    await clear.waitFor({ state: 'hidden' });
    assert.equal(await group.getByRole('radio', { checked: true }).count(), 0);
    await until('the focus back in the group', 10, () => group.evaluate(g => g.contains(document.activeElement)));
  }
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
});

test('an identity number in a note is refused in words, and the note stays', async () => {
  const note = 'Barnet 20991231-9804 kom tidigt.';
  await openCase(page, number);
  const sofar = await entries().count();
  await page.keyboard.press('Alt+n');
  await choose(page, 'Activity', 'Crisis support');
  await page.getByRole('textbox', { name: 'Note' }).fill(note);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').filter({ hasText: 'Swedish personal identity number' }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'Note' }).inputValue(), note);
  await shot(browser, 'identifier-refused');
  await page.getByRole('textbox', { name: 'Note' }).fill('Barnet kom tidigt.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Activity saved').waitFor();
  await page.getByText('Barnet kom tidigt.').waitFor();
  assert.equal(await entries().count(), sofar + 1);
});

test('a page whose router has lost its way loads its address anew', async () => {
  await page.evaluate(() => {
    window.lost = true;
    setTimeout(() => { throw new Error('Invalid blocker state transition: unblocked -> proceeding'); });
  });
  await until('a fresh page', 20, () => page.evaluate(() => window.lost === undefined).catch(() => false));
  await page.getByRole('heading', { level: 1, name: number }).waitFor();
});

test('nothing went wrong behind the pages, and nothing that they sent was refused', () => {
  assert.deepEqual(browser.problems, []);
  // what a page sends while it is left no browser tells of; the first such line comes within ten seconds, and many pages were left
  const log = fs.readFileSync(path.join(product.data, 'log/openbarnahus.log'), 'utf8');
  assert.deepEqual(log.split('\n').filter(line => line.includes('refused at the door')), []);
});

/** The sample's case of 18 May 2026 with a suspect since 21 May: no interview and no decision yet. */
async function theCaseOfMay() {
  for (let cursor = ''; cursor !== undefined;) {
    const list = await json('cases?limit=200' + (cursor && '&cursor=' + cursor));
    for (const { id } of list.cases.filter(c => c.case_date === '2026-05-18')) {
      const found = await json('cases/' + id);
      if (found.national['se.suspect_reasonable_date'] === '2026-05-21') return found.number;
    }
    cursor = list.next;
  }
  throw new Error('not in the list');
}

/** n and missing of BH-1.3-01 as the page shows them. */
async function indicator() {
  await go(page, 'Indicators');
  await page.goto(`${browser.base}/quality?indicator=BH-1.3-01&${PERIOD}`);
  await page.getByRole('heading', { name: 'Days from report to first forensic interview' }).waitFor();
  const figure = async label => Number((await page.locator('dl div').filter({ hasText: label }).locator('dd').textContent()).replace(/\D.*$/, ''));
  return { n: await figure('Cases counted'), missing: await figure('Not known') };
}
