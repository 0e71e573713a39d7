// What a page lets happen: text stays text, nothing comes from elsewhere, nothing is left behind in the browser.
const assert = require('node:assert');
const { test, before, after, afterEach } = require('node:test');
const { Product, until } = require('../lib/product');
const { settled } = require('../lib/look');
const { open, signIn, shot } = require('../lib/browser');

const HOSTILE = '<img src=x onerror="window.hacked=1"><script>window.hacked=2</script>{{7*7}}${7*7}<b>saffransbullar</b>';
const product = new Product(Number(process.env.SHELL_PORT || 8480), 5);
const asked = [];
let browser;
let one;

before(async () => {
  await product.start();
  browser = await open(product);
  const { page, base } = browser;
  page.on('request', request => asked.push(request.url()));
  await signIn(browser, product.user('coordinator', 'SE-DEMO'));
  const rest = `${base}/api/v1`;
  const found = await until('a case', 90, async () => (await (await page.request.get(`${rest}/cases?limit=1&state=open`)).json()).cases[0]);
  one = found.id;
  const token = (await (await page.request.get(`${rest}/session`)).json()).csrf_token;
  const day = new Date(Date.now() - 86400000).toISOString().slice(0, 10);
  const saved = await page.request.post(`${rest}/cases/${one}/timeline`, {
    headers: { 'X-CSRF-Token': token, 'Idempotency-Key': `shell-${Date.now()}`, Origin: base },
    data: { type: 'therapy_session', date: day, note: HOSTILE },
  });
  assert.equal(saved.status(), 201, await saved.text());
});
after(async () => {
  await browser.close();
  product.stop();
});
afterEach(async t => {
  if (!t.passed) await shot(browser, 'failed-shell').catch(() => {});
});

test('a note that looks like a page stays text', async () => {
  const { page, base } = browser;
  await page.goto(`${base}/cases/${one}`);
  await page.getByText(HOSTILE).first().waitFor();
  await settled(page);
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.equal(await page.locator('main img[src="x"], main b:has-text("saffransbullar")').count(), 0);
});

test('an address that names the prototype of all objects changes none', async () => {
  const { page, base } = browser;
  await page.goto(`${base}/cases?__proto__[polluted]=1&constructor.prototype.polluted=1`);
  await settled(page);
  assert.equal(await page.evaluate(() => ({}).polluted), undefined);
});

test('the policy of the page lets nothing in', async () => {
  const { page, base } = browser;
  const policy = (await page.goto(`${base}/cases/${one}`)).headers()['content-security-policy'];
  for (const part of ["default-src 'self'", "object-src 'none'", "base-uri 'self'", "frame-ancestors 'none'", "form-action 'self'", "connect-src 'self'"]) {
    assert.ok(policy.includes(part), `${part} in ${policy}`);
  }
  const scripts = policy.split(';').find(part => part.trim().startsWith('script-src'));
  assert.ok(!/unsafe-(eval|inline)|https?:/.test(scripts), scripts);
});

test('everything came from the product itself', async () => {
  const elsewhere = asked.filter(url => !url.startsWith(browser.base + '/') && !/^(data|blob):/.test(url));
  assert.deepEqual(elsewhere, []);
  assert.ok(asked.length > 20, 'the listening works');
});

test('nothing of a case is left in the browser', async () => {
  const { page, base } = browser;
  await page.goto(`${base}/cases/${one}`);
  await page.getByText(HOSTILE).first().waitFor();
  const kept = await page.evaluate(async () => JSON.stringify({
    local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie,
    databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
  }));
  assert.ok(!kept.includes('saffransbullar'), kept);
  assert.equal(JSON.parse(kept).cookies, '', 'no script reads a cookie');
  assert.deepEqual([JSON.parse(kept).databases, JSON.parse(kept).caches], [0, 0]);
});

test('an old browser is told, and no other', async () => {
  const stranger = await open(product);
  try {
    const { page, base } = stranger;
    await page.goto(`${base}/sign-in`);
    const warning = page.locator('.old-browser');
    assert.ok(await warning.isHidden(), 'this browser is not old');
    const css = await (await page.request.get(await page.locator('link[rel=stylesheet]').evaluate(link => link.href))).text();
    await page.setContent(`<link rel="x"><p class="old-browser">old</p><style>${css.replaceAll('selector(:has(a))', 'selector(:not-known-to-it(a))')}</style>`);
    assert.ok(await page.locator('.old-browser').isVisible(), 'whoever does not know the newer CSS sees it');
  } finally {
    await stranger.close();
  }
});

test('a password can be pasted, is hidden, and is never filled in again', async () => {
  const stranger = await open(product);
  try {
    const { page, base } = stranger;
    await page.goto(`${base}/sign-in`);
    const field = page.locator('input[type="password"]').first();
    assert.equal(await field.getAttribute('autocomplete'), 'current-password');
    await field.focus();
    await field.evaluate(input => {
      const data = new DataTransfer();
      data.setData('text/plain', 'pasted');
      if (input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))) input.setRangeText('pasted');
    });
    assert.equal(await field.inputValue(), 'pasted', 'nothing hinders pasting');
    await page.fill('input[name=username]', 'nobody');
    await page.fill('input[name=otp]', '000000');
    await page.click('button[type=submit]');
    await page.getByRole('alert').first().waitFor();
    assert.equal(await page.locator('input[type="password"]').first().inputValue(), '');
    assert.equal(await page.locator('input[type="text"][autocomplete*="password"]').count(), 0);
  } finally {
    await stranger.close();
  }
});
