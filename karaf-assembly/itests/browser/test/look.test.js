// Every page, in two languages, on a desk and in a hand.
const assert = require('node:assert');
const { test, before, after } = require('node:test');
const { Product } = require('../lib/product');
const { open, signIn } = require('../lib/browser');
const { look, settled } = require('../lib/look');

const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 390, height: 844 } };
const LANGUAGES = { en: 'English', sv: 'Svenska' };
const product = new Product(8487, 30);
const browsers = {};
let running; // address of a case with a limit that runs or has been missed

before(async () => {
  await product.start();
  for (const who of ['coordinator', 'manager', 'dpo']) {
    browsers[who] = await open(product);
    await signIn(browsers[who], product.user(who, 'SE-DEMO'));
  }
  running = await aRunningCase();
});
after(async () => {
  for (const browser of Object.values(browsers)) await browser.close().catch(() => {}); // some have gone already
  product.stop();
});

/** Steps on a page after it is there. */
const press = id => page => page.locator(id).click();
const COORDINATOR = {
  cases: ['/cases?sort=next_due'],
  'case': [() => running],
  'case-limits': [() => running, async page => { for (const d of await page.locator('#deadlines vaadin-details-summary, .ob-deadline vaadin-details-summary').all()) await d.click(); }],
  'case-edit': [() => running, press('#edit-case')],
  'case-activity': [() => running, async page => {
    await page.locator('#add-entry').click();
    await page.locator('#activity-type input').fill('bar');
    await page.getByRole('option', { name: /barnförhör/i }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('[id^=field-]').first().waitFor();
  }],
  'case-offer': [() => running, async page => {
    await page.locator('.ob-page-actions vaadin-button').first().click();
    await page.getByRole('dialog').locator('vaadin-button').first().click();
    await page.getByRole('dialog').locator('vaadin-text-field').waitFor();
  }],
  'case-unknown': ['/cases/00000000-0000-0000-0000-000000000000'],
  new: ['/cases/new'],
  questionnaire: ['/questionnaire'],
  import: ['/import'],
  indicators: ['/quality'],
  indicator: ['/quality?indicator=BH-1.3-01&from=2024-01-01&to=2026-12-31'],
  results: ['/quality/questionnaire'],
  training: ['/training'],
  'not-found': ['/nothing-here', undefined, [/^404 \/nothing-here/, /status of 404/]],
};
const MANAGER = {
  plugins: ['/plugins'],
  accounts: ['/accounts'],
  'access-review': ['/access-review'],
  requests: ['/requests'],
  agreement: ['/agreements'],
  alerts: ['/alerts'],
  emergency: ['/emergency'],
  erasures: ['/erasures'],
  keys: ['/keys'],
  sharing: ['/sharing'],
  'my-activity': ['/my-activity'],
  account: ['/account'],
  'accounts-new': ['/accounts', page => page.locator('.ob-page-actions vaadin-button').first().click()],
};
const OFFICER = {
  audit: ['/audit'],
};
const NOBODY = {
  'sign-in': ['/sign-in'],
  'sign-in-wrong': ['/sign-in', async page => {
    await page.fill('input[name=username]', 'nobody');
    await page.fill('input[name=password]', 'not the password');
    await page.fill('input[name=otp]', '000000');
    await page.click('button[type=submit]');
    await page.getByRole('alert').first().waitFor();
  }, [/^4\d\d \/sign-in/, /status of 4\d\d/]],
  setup: ['/setup', undefined, [/^4\d\d \/setup/, /status of 4\d\d/]],
  'child-thanks': ['/child/thanks/unknown'],
  'child-closed': ['/child/AAAAAAAAAAAAAAAAAAAAAAAA', undefined, [/^410 \/child/, /status of 410/]],
};

async function speak(browser, language) {
  const { page, base } = browser;
  await page.setViewportSize(SIZES.wide);
  await page.goto(base + '/');
  await page.locator('vaadin-app-layout').waitFor();
  await settled(page);
  const box = page.locator('.ob-language').getByRole('button');
  if ((await page.evaluate(() => document.documentElement.lang)) === language) return;
  await box.click();
  await page.getByRole('option', { name: LANGUAGES[language], exact: true }).click();
  await settled(page);
}

async function visit(browser, pages, language) {
  const { page, base, problems } = browser;
  const wrong = [];
  for (const [name, [where, step, expected = []]] of Object.entries(pages)) {
    const address = typeof where === 'function' ? where() : where;
    const sizes = Object.entries(SIZES);
    if (language !== 'en') sizes.reverse(); // once opened wide and made narrow, once the other way round
    for (const [size, box] of sizes) {
      await page.setViewportSize(box);
      if (size === sizes[0][0]) {
        await page.goto(base + address);
        await settled(page);
        if (step) await step(page);
      }
      await settled(page);
      problems.splice(0, problems.length, ...problems.filter(p => !expected.some(e => e.test(p))));
      wrong.push(...await look(browser, `${name}-${size}-${language}`, language));
    }
  }
  return wrong;
}

for (const language of Object.keys(LANGUAGES)) {
  for (const [who, pages] of Object.entries({ coordinator: COORDINATOR, manager: MANAGER, dpo: OFFICER })) {
    test(`pages of a ${who} are in order in ${LANGUAGES[language]}`, async () => {
      await speak(browsers[who], language);
      assert.deepEqual(await visit(browsers[who], pages, language), []);
    });
  }

  test(`pages for whoever comes along are in order in ${LANGUAGES[language]}`, async () => {
    const link = await aLink();
    const own = { ...NOBODY, 'child-start': [link], 'child-question': [link, page => page.locator('.screen:visible a.go').click()] };
    browsers.nobody = await open(product, { locale: language });
    assert.deepEqual(await visit(browsers.nobody, own, language), []);
    await browsers.nobody.close();
  });
}

async function aRunningCase() {
  const page = browsers.coordinator.page;
  await page.goto(product.base + '/cases?sort=next_due');
  const link = page.getByRole('link', { name: /^SE-DEMO-/ }).first();
  await link.waitFor();
  return '/' + (await link.getAttribute('href'));
}

/** A child's page that nobody has answered. */
async function aLink() {
  const { page, base } = browsers.coordinator;
  await page.setViewportSize(SIZES.wide);
  await page.goto(base + '/questionnaire');
  await page.locator('.ob-bar vaadin-button').click();
  const link = await page.locator('vaadin-text-field input').inputValue();
  return new URL(link).pathname;
}
