// What must be true of every page, whoever looks at it, on whatever screen, in whatever language.
const assert = require('node:assert');
const fs = require('node:fs');
const path = require('node:path');
const { accessibilityProblems, shot, SHOTS } = require('./browser');
const { until } = require('./product');

/** A text of ours that was looked up in vain shows as its key. */
const PREFIXES = 'admin|case|cases|child|due|entry|import|kit|leave|new|quality|shell|stale|state|timeline|field|group|activity|code|indicator|rule|questionnaire|item|scale|errors|setup|sign-in|language|pack|standard|word';
const KEY = new RegExp(`(^|[\\s("“:])(${PREFIXES})(\\.[a-z0-9_-]+)+(?=$|[\\s)"”:,])`, 'i');
const FILE = /\.(csv|ya?ml|properties|json|pem)$|^(indicator|questionnaire)\.barnahus$/i; // files, and plugins that the Plugins page names

/** A telephone held upright. */
const NARROW = { width: 390, height: 844 };

/** Waits until nothing is under way between page and product. */
async function settled(page) {
  await until('a page that is done', 30, () => page.evaluate(() => {
    const clients = Object.values((window.Vaadin && window.Vaadin.Flow && window.Vaadin.Flow.clients) || {});
    return document.readyState === 'complete' && clients.every(c => !c.isActive || !c.isActive()) && !document.querySelector('vaadin-grid[loading]');
  }));
}

/** Everything wrong with the page as it is. Takes a picture of it. */
async function look(browser, name, language) {
  const { page, problems } = browser;
  await settled(page);
  if (await page.locator('vaadin-app-layout').count()) await shot(browser, name);
  else await whole(page, name);
  const found = problems.splice(0).map(p => 'browser: ' + p);
  found.push(...await accessibilityProblems(page));
  const seen = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    over: [document.documentElement, document.body, ...document.querySelectorAll('main, .ob-main')]
      .filter(e => e.scrollWidth > e.clientWidth + 1).map(e => `${e.tagName} ${e.scrollWidth} > ${e.clientWidth}`),
    words: [document.body.innerText, ...[...document.querySelectorAll('[aria-label], [placeholder], [title]')]
      .flatMap(e => [e.getAttribute('aria-label'), e.getAttribute('placeholder'), e.getAttribute('title')])].filter(Boolean),
  }));
  found.push(...seen.over.map(o => 'scrolls sideways: ' + o));
  if (seen.lang !== language) found.push(`lang is "${seen.lang}"`);
  if (!seen.title.trim()) found.push('no title');
  const keys = seen.words.flatMap(w => w.split(/\s+/)).filter(w => KEY.test(w) && !FILE.test(w));
  found.push(...new Set(keys.map(k => 'no text for ' + k)));
  return found.map(f => `${name}: ${f}`);
}

/** Pictures of the page on a desk and on a telephone; wrong if somebody could not use it there. The desk is as it was afterwards. */
async function bothSizes(browser, name) {
  const { page } = browser;
  const size = page.viewportSize();
  await shot(browser, `${name}-wide`);
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.setViewportSize(NARROW);
  await settled(page);
  await shot(browser, `${name}-narrow`);
  assert.deepEqual(await accessibilityProblems(page), []);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'nothing sticks out');
  await page.setViewportSize(size);
  await settled(page);
}

async function whole(page, name) {
  fs.mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SHOTS, name + '.png'), fullPage: true });
}

module.exports = { look, settled, bothSizes, NARROW };
