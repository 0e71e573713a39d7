// Plugins come and go while somebody works.
const assert = require('node:assert');
const { test, before, after, afterEach } = require('node:test');
const { Product, until } = require('../lib/product');
const { open, signIn, shot } = require('../lib/browser');
const { go } = require('../lib/staff');
const { SitePack, LABEL } = require('../lib/site-pack');

const product = new Product(8488, 10);
const pack = new SitePack(product.data);
const measured = [];
let staff; // a coordinator with an open case
let admin; // the national administrator on the Plugins page
let work;

before(async () => {
  await product.start();
  staff = await open(product);
  admin = await open(product);
  work = staff.page;
  await signIn(staff, product.user('coordinator', 'SE-DEMO'));
  await signIn(admin, product.user('national_admin', 'SE-DEMO'));
  await work.getByRole('link', { name: /^SE-DEMO-/ }).first().click();
  await work.getByRole('button', { name: 'Edit', exact: true }).waitFor();
  await go(admin.page, 'Plugins');
});
after(async () => {
  for (const m of measured) console.log(m);
  pack.remove();
  if (staff) await staff.close();
  if (admin) await admin.close();
  product.stop();
});
afterEach(async t => {
  if (t.passed) return;
  const name = 'failed-' + t.name.replace(/\W+/g, '-').slice(0, 50);
  await shot(staff, name + '-staff').catch(() => {});
  await shot(admin, name + '-admin').catch(() => {});
});

/** Runs what changes the site, and notes how long the open page took to show it: printed at the end, judged elsewhere. */
async function seen(what, change, shown) {
  const start = Date.now();
  await change();
  await shown();
  measured.push(`${what}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
}
const field = () => work.getByRole('radiogroup', { name: LABEL.en });
const edit = () => work.getByRole('button', { name: 'Edit', exact: true }).click();
const save = () => work.getByRole('button', { name: 'Save', exact: true }).click();
const age = () => work.getByLabel('Age', { exact: true });

test('a pack that is dropped in shows its field in the open form, and what was typed stays', async () => {
  await edit();
  await age().fill('7');
  await seen('pack folder put in, field in the open form', () => pack.put(), () => field().waitFor());
  assert.equal(await age().inputValue(), '7');
  await shot(staff, 'plugin-field');
  await field().getByLabel('Yes', { exact: true }).check();
  await save();
  await work.getByText('Saved', { exact: true }).waitFor();
  await work.locator('.ob-sheet').getByText(LABEL.en).waitFor();
});

test('the Plugins page shows the pack as active', async () => {
  await admin.page.getByRole('row', { name: /demohouse.*Own.*Active/ }).waitFor();
});

test('a broken pack is refused with file and line, and what runs stays', async () => {
  await seen('broken pack, told on the Plugins page', () => pack.field('colour'),
    () => admin.page.getByText(/fields\/case\.yaml.*4/).first().waitFor());
  await admin.page.getByText('Active, change refused', { exact: true }).waitFor();
  await shot(admin, 'plugin-broken-pack');
  await edit();
  await field().waitFor();
  await age().fill('8');
});

test('a pack that is taken out leaves the form; its value stays on record', async () => {
  await seen('pack folder taken out, field gone from the open form', () => pack.remove(), () => field().waitFor({ state: 'detached' }));
  assert.equal(await age().inputValue(), '8');
  await save();
  await work.getByText('Recorded under an earlier form').waitFor();
  const archived = work.getByRole('region', { name: 'Recorded under an earlier form' });
  assert.match(await archived.textContent(), new RegExp(LABEL.en + '.*Yes'));
  await shot(staff, 'plugin-archived');
});

test('a feature that is switched off leaves the open menu and page, and comes back', async () => {
  const link = work.getByRole('navigation').getByRole('link', { name: 'Questionnaire', exact: true });
  const off = admin.page.getByRole('button', { name: /^Switch off: .*[Qq]uestionnaire/ });
  const on = admin.page.getByRole('button', { name: /^Switch on: .*[Qq]uestionnaire/ });
  const offer = work.getByRole('button', { name: 'Offer questionnaire' });
  await offer.waitFor();
  await link.waitFor();
  await seen('feature off, gone from the open page', () => off.click(), () => offer.waitFor({ state: 'detached' }));
  await link.waitFor({ state: 'detached' });
  await on.waitFor();
  await seen('feature on, back in the open page', () => on.click(), () => offer.waitFor());
  await link.waitFor();
  await off.waitFor();
  await offer.click();
  await work.getByRole('button', { name: 'Make a link' }).waitFor();
  await work.getByRole('button', { name: 'Close' }).click();
});

test('without the country nothing is lost: what was typed is there when it is back', async () => {
  await edit();
  await age().fill('9');
  await admin.page.getByRole('button', { name: /^Switch off: .*Sweden/ }).click();
  await admin.page.getByRole('dialog').getByRole('button', { name: 'Switch off', exact: true }).click();
  await seen('country off, told on the open page', () => admin.page.getByRole('button', { name: /^Switch on: .*Sweden/ }).waitFor(),
    () => work.getByText('No national plugin is active.').waitFor());
  await shot(staff, 'plugin-no-country');
  await shot(admin, 'plugin-country-off');
  const on = admin.page.getByRole('button', { name: /^Switch on: .*Sweden/ });
  await seen('country on, form in the open page', () => on.click(), () => age().waitFor());
  assert.equal(await age().inputValue(), '9');
  await save();
  await work.getByText('Saved', { exact: true }).waitFor();
});

test('no request failed meanwhile', () => {
  assert.deepEqual(staff.problems, []);
  assert.deepEqual(admin.problems, []);
});
