// Figures as they are seen by somebody of an agency, who does not reach all cases: what is small is withheld and said so, and many narrowed figures want a second factor.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { test, before, after } = require('node:test');
const { Product } = require('../lib/product');
const { open, signIn, freshCode } = require('../lib/browser');
const { bothSizes, settled } = require('../lib/look');

const product = new Product(Number(process.env.FIGURES_PORT || 8497), 30);
const setting = path.join(product.data, 'etc/org.openbarnahus.rates.cfg');

before(() => product.start());
after(() => product.stop());

const applied = () => new Promise(done => setTimeout(done, 6000)); // the file is looked at every few seconds

for (const [locale, few] of [['en-GB', 'Fewer than 5'], ['sv-SE', 'Färre än 5']]) {
  test('small figures are withheld in words, ' + locale, async () => {
    const browser = await open(product, { locale });
    const { page } = browser;
    await signIn(browser, product.user('practitioner', 'SE-DEMO'));
    for (const indicator of ['BH-0-04', 'BH-1.3-01', 'BH-2-01']) {
      await page.goto(product.base + '/quality?indicator=' + indicator);
      await page.locator('.ob-result, .ob-empty').first().waitFor();
      await settled(page);
      await bothSizes(browser, `figures-${locale}-${indicator}`);
    }
    await page.goto(product.base + '/quality?indicator=BH-0-04&from=2026-01-01&to=2026-01-01');
    await page.locator('.ob-caution').waitFor();
    assert.equal(await page.locator('dl.ob-figures dd').first().innerText(), few);
    await bothSizes(browser, `figures-${locale}-day`);
    await browser.close();
  });
}

test('whoever narrows on and on confirms, and comes back to the same figure', async () => {
  const browser = await open(product);
  const { page } = browser;
  const user = product.user('practitioner', 'SE-DEMO');
  await signIn(browser, user);
  fs.appendFileSync(setting, '\nreading.questions = 10\n');
  await applied();
  const asked = page.getByRole('heading', { name: 'Please confirm that it is you' });
  let day = 0;
  while (!(await asked.count())) {
    day++;
    assert.ok(day < 28, 'asked before');
    await page.goto(`${product.base}/quality?indicator=BH-0-04&from=2026-01-${String(day).padStart(2, '0')}&to=2026-03-01&sex=female`);
    await page.locator('.ob-result, .ob-empty').first().waitFor();
  }
  await bothSizes(browser, 'figures-reading-on');
  await page.getByRole('link', { name: 'Confirm', exact: true }).click();
  await page.fill('input[name=otp]', await freshCode(user));
  await page.click('button[type=submit]');
  await page.locator('.ob-result').waitFor();
  assert.match(page.url(), new RegExp(`from=2026-01-${String(day).padStart(2, '0')}&.*sex=female`));
  await browser.close();
});
