// What members of staff do again and again, by the words they see.

const { settled } = require('./look');

const NARROW = 800; // the frame lays its menu over the page up to this width

/**
 * Goes to a page by the menu; on a narrow screen the menu is opened first. A click while another navigation is under way can get
 * lost in Flow's router (25.2.6, see session.js): who clicks that fast clicks again.
 */
async function go(page, name) {
  const link = page.getByRole('navigation').getByRole('link', { name, exact: true });
  const menu = page.getByRole('button', { name: /^(Menu|Meny)$/ });
  const heading = page.getByRole('heading', { level: 1, name, exact: true });
  await menu.waitFor();
  for (let left = 2; left >= 0; left--) {
    await settled(page);
    if (left === 2 && page.viewportSize().width <= NARROW) await menu.click();
    await link.click();
    const there = await heading.waitFor({ timeout: left > 0 ? 10000 : 30000 }).then(() => true, e => { if (left === 0) throw e; });
    if (there) return settled(page);
  }
}

/** Chooses in a list that filters while one types. */
async function choose(scope, label, text) {
  const page = scope.page ? scope.page() : scope;
  await scope.getByRole('combobox', { name: label }).fill(text);
  await page.getByRole('option', { name: text }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** Types a day and leaves its calendar. */
async function day(scope, label, text) {
  const field = scope.getByRole('combobox', { name: label });
  await field.fill(text);
  await field.press('Enter');
}

/** Chooses in a short list that opens on a click. */
async function select(page, label, text) {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: text, exact: true }).click();
}

/** Finds a case by its number in the list and opens it. */
async function openCase(page, number) {
  await go(page, 'Cases');
  await page.getByRole('search').getByLabel('Case number').fill(number);
  await page.getByText('1 case', { exact: true }).waitFor();
  await page.getByRole('link', { name: number }).click();
  await page.getByRole('heading', { level: 1, name: number }).waitFor();
}

/** How many cases the list counts. */
async function total(page) {
  await go(page, 'Cases');
  const text = await page.getByText(/^[\d\s.,]+ cases?$/).first().textContent();
  return Number(text.replace(/\D/g, ''));
}

module.exports = { go, choose, day, select, openCase, total };
