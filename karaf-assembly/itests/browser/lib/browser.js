// A signed-in page, with everything noted that a person would call an error.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { chromium } = require('playwright-core');
const { totp } = require('./totp');
const { until } = require('./product');

const SHOTS = process.env.SHOTS || path.join(__dirname, '../target/screenshots');
const used = new Map(); // a code works once: wait for the next one when the same user signs in again

async function freshCode(user) {
  return until('next one-time code', 40, () => {
    const code = totp(user.totpSecret);
    if (used.get(user.username) === code) return undefined;
    used.set(user.username, code);
    return code;
  });
}

async function open(product, { size = { width: 1280, height: 900 }, locale = 'en-GB', script = true } = {}) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'openbarnahus-chromium-'));
  const context = await chromium.launchPersistentContext(dir, {
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium', headless: true, ignoreHTTPSErrors: true, viewport: size, locale, javaScriptEnabled: script,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  context.setDefaultTimeout(30000); // two slow cores, shared
  const page = context.pages()[0];
  const problems = [];
  if (script) await tellWhatIsNotInTheDictionary(context, problems);
  page.on('console', m => { if (m.type() === 'error') problems.push(m.text()); });
  // Flow's router loses its way now and then (see session.js): the page loads itself anew, and whoever waits for it notices if not
  page.on('pageerror', e => { if (!/Invalid blocker state transition/.test(e.message)) problems.push('page error: ' + e.message); });
  page.on('response', r => { if (r.status() >= 400) problems.push(r.status() + ' ' + new URL(r.url()).pathname); });
  const close = async () => {
    await context.close();
    fs.rmSync(dir, { recursive: true, force: true });
  };
  return { context, page, problems, close, base: product.base };
}

/** The page policy allows no eval; an expression that functions.js does not know is an error. Says which. */
async function tellWhatIsNotInTheDictionary(context, problems) {
  await context.exposeFunction('openBarnahusMissed', parts => { problems.push('not in the dictionary: ' + parts.join(', ')); });
  await context.addInitScript(() => document.addEventListener('DOMContentLoaded', () => {
    const list = window.openBarnahusFunctions && window.openBarnahusFunctions.missed;
    if (!list) return;
    list.forEach(parts => window.openBarnahusMissed(parts));
    list.push = (...entries) => { entries.forEach(parts => window.openBarnahusMissed(parts)); return Array.prototype.push.apply(list, entries); };
  }));
}

/** Signs in through the page, as a person does. */
async function signIn(browser, user) {
  const { page, base } = browser;
  await page.goto(base + '/sign-in');
  await page.fill('input[name=username]', user.username);
  await page.fill('input[name=password]', user.password);
  await page.fill('input[name=otp]', await freshCode(user));
  await page.click('button[type=submit]');
  await enter(page);
}

/** Into the application, past the notice that another session of the same account has ended. */
async function enter(page) {
  await page.waitForSelector('vaadin-app-layout, a.button[href]');
  if (await page.locator('a.button[href]').count()) await page.click('a.button[href]');
  await page.waitForSelector('vaadin-app-layout');
}

/** The page from top to bottom: the frame scrolls inside, so the window is made as high as the page for a moment. */
async function shot(browser, name) {
  const { page } = browser;
  const size = page.viewportSize();
  fs.mkdirSync(SHOTS, { recursive: true });
  const height = await page.evaluate(() => Math.max(document.documentElement.scrollHeight,
    ...[...document.querySelectorAll('vaadin-app-layout, .ob-main')].map(e => e.scrollHeight)));
  if (height > size.height) await page.setViewportSize({ width: size.width, height: Math.min(height + 80, 4000) });
  await page.waitForTimeout(250); // grids and charts settle
  await page.screenshot({ path: path.join(SHOTS, name + '.png') });
  await page.setViewportSize(size);
}

/** Serious and critical findings of axe-core on the page as it is. */
async function accessibilityProblems(page) {
  // given to the debugger, not put into the page: the page's policy stays as strict as it is
  await page.evaluate(fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return result.violations
    .filter(v => v.impact === 'serious' || v.impact === 'critical')
    .map(v => `${v.id}: ${v.nodes.map(n => n.target.join(' ')).join(' | ')}`);
}

module.exports = { open, signIn, enter, shot, accessibilityProblems, freshCode, SHOTS };
