// A child answers; nobody learns which child.
const assert = require('node:assert');
const { test, before, after, afterEach } = require('node:test');
const { Product } = require('../lib/product');
const { open, signIn, shot, SHOTS } = require('../lib/browser');
const { openCase, select } = require('../lib/staff');

const LEFT = 1; // index of the question that is left out
const product = new Product(8471, 5);
let staff; // a coordinator
let tablet; // the child's, without script
let work;
let child;
let number; // of the case
let link; // used up in the course of the tests
let earlier; // results before the child answers

before(async () => {
  await product.start();
  staff = await open(product);
  tablet = await open(product, { size: { width: 800, height: 1100 }, script: false });
  work = staff.page;
  child = tablet.page;
  await signIn(staff, product.user('coordinator', 'SE-DEMO'));
  number = await work.getByRole('link', { name: /^SE-DEMO-/ }).first().textContent();
  earlier = await results();
});
after(async () => {
  if (staff) await staff.close();
  if (tablet) await tablet.close();
  product.stop();
});
afterEach(async t => {
  if (t.passed) return;
  const name = 'failed-' + t.name.replace(/\W+/g, '-').slice(0, 50);
  await shot(staff, name + '-staff').catch(() => {});
  await child.screenshot({ path: `${SHOTS}/${name}-child.png` }).catch(() => {});
});

/** Offers the questionnaire from the case's page; gives the link. */
async function offer() {
  await openCase(work, number);
  await work.getByRole('button', { name: 'Offer questionnaire' }).click();
  await select(work.getByRole('dialog'), /^Questionnaire/, /9 to 12/);
  await work.getByRole('button', { name: 'Make a link' }).click();
  return work.getByRole('textbox', { name: 'Link for the child' }).inputValue();
}
const screen = () => child.locator('section.screen:visible');
const heading = () => screen().getByRole('heading', { level: 1 });
const picture = name => child.screenshot({ path: `${SHOTS}/child-${name}.png` }); // no script, so no axe: look.test.js has it

test('a link is offered from a case, and says how long it works', async () => {
  link = await offer();
  assert.match(link, /^https:\/\/localhost:8471\/child\/[\w-]{16,}$/);
  await work.getByText('Valid for 30 minutes and for one answer.').waitFor();
  await shot(staff, 'child-offer');
  await work.getByRole('button', { name: 'Close' }).click();
});

test('the child chooses the language, answers without any script, leaves one out and sends', async () => {
  await child.goto(link);
  await heading().getByText('How was it here?').waitFor();
  await picture('start-en');
  await child.getByRole('link', { name: 'Svenska' }).click();
  await heading().getByText('Hur var det här?').waitFor();
  assert.equal(await child.locator('html').getAttribute('lang'), 'sv');
  await picture('start-sv');
  await child.getByRole('link', { name: 'Börja' }).click();
  const all = Number((await screen().getByText(/^Fråga 1 av \d+$/).textContent()).match(/(\d+)$/)[1]);
  for (let n = 1; n <= all; n++) {
    await screen().getByText(`Fråga ${n} av ${all}`).waitFor();
    await screen().getByText('Du kan också gå vidare utan att svara.').waitFor();
    if (n === 1) await picture('question');
    if (await screen().getByRole('textbox').count()) {
      await screen().getByText('Skriv inga namn, telefonnummer eller adresser').waitFor();
      await screen().getByRole('textbox').fill('Det var bra.');
      await picture('words');
    } else if (n !== LEFT + 1) {
      await screen().getByRole('radio').first().check();
    }
    await screen().getByRole('link', { name: 'Nästa' }).click();
  }
  await heading().getByText('Redo att skicka?').waitFor();
  await picture('send');
  await screen().getByRole('button', { name: 'Skicka' }).click();
  await child.getByRole('heading', { level: 1, name: 'Skickat' }).waitFor();
  await picture('thanks');
  assert.deepEqual(tablet.problems, []);
});

test('the link works once, and going back finds no answers', async () => {
  await child.goBack();
  await child.getByRole('heading', { level: 1, name: /stängda|closed/ }).waitFor();
  const again = await child.goto(link);
  assert.equal(again.status(), 410);
  await child.getByText(/Ask a grown-up here|Be en vuxen här/).waitFor();
  assert.equal(await child.getByRole('radio').count(), 0);
  await picture('closed');
});

test('a link that nobody has made says the same, kindly', async () => {
  const unknown = await child.goto(product.base + '/child/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
  assert.equal(unknown.status(), 410);
  await child.getByRole('heading', { level: 1, name: 'These questions are closed' }).waitFor();
  await child.getByText('Ask a grown-up here for a new one.').waitFor();
});

test('the case does not tell that or what was answered', async () => {
  await openCase(work, number);
  assert.equal(await work.locator('#timeline').getByText(/[Qq]uestionnaire|Det var bra/).count(), 0);
});

test('staff see one response more; what was left out counts for nothing', async () => {
  const now = await results();
  assert.equal(now.responses, earlier.responses + 1);
  assert.deepEqual(now.answers.map((n, i) => n - earlier.answers[i]), now.answers.map((n, i) => (i === LEFT ? 0 : 1)));
  await shot(staff, 'child-results');
  assert.deepEqual(staff.problems, []);
});

test('who hands the own device over is signed out first', async () => {
  const fresh = await offer();
  await work.getByRole('button', { name: 'Sign out and start here' }).click();
  await work.getByRole('heading', { level: 1, name: 'How was it here?' }).waitFor();
  assert.equal(work.url().split(/[?#]/)[0], fresh);
  await work.goto(product.base + '/cases');
  await work.locator('input[name=password]').waitFor();
});

/** How many responses the page of results counts, in all and question by question. */
async function results() {
  await work.goto(product.base + '/quality/questionnaire');
  const total = await work.getByText(/^\d+ responses$/).textContent();
  const answers = await work.getByRole('table').locator('tbody tr td:last-child').allTextContents();
  return { responses: parseInt(total, 10), answers: answers.map(Number) };
}
