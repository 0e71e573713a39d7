// SPDX-License-Identifier: Apache-2.0
// A page of a running server in Debian's Chromium. OB_URL: address; OB_CREDENTIALS: demo-credentials.json to sign in with.
const fs = require('fs'), os = require('os'), path = require('path'), crypto = require('crypto');
const { chromium } = require('playwright-core');

exports.base = process.env.OB_URL || 'https://localhost:8443';

const totp = secret => {
  const bits = [...secret.replace(/=+$/, '')].map(c => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map(b => parseInt(b, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000)));
  const mac = crypto.createHmac('sha1', key).update(step).digest();
  const at = mac[19] & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, '0');
};

exports.open = async ({ width = 1280, height = 900, locale = 'en-GB', role = 'coordinator', country = 'SE', bypassCSP = false } = {}) => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'ob-'));
  const context = await chromium.launchPersistentContext(dir, {
    executablePath: '/usr/bin/chromium', headless: true, ignoreHTTPSErrors: true, bypassCSP, locale, viewport: { width, height },
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  const page = context.pages()[0];
  page.setDefaultTimeout(60000);
  const problems = [];
  page.on('console', m => { if (m.type() === 'error') problems.push(m.text()); });
  page.on('pageerror', e => problems.push('page error: ' + e.message + (process.env.OB_STACK ? e.stack : '')));
  page.on('response', r => { if (r.status() >= 400) problems.push(r.status() + ' ' + r.url()); });
  await page.goto(exports.base + '/');
  if (process.env.OB_CREDENTIALS && page.url().includes('/sign-in')) {
    const all = JSON.parse(fs.readFileSync(process.env.OB_CREDENTIALS, 'utf8'));
    const house = all.services.find(s => s.country === country);
    const user = all.users.find(u => [house.id, house.code].includes(u.service) && u.roles.includes(role));
    await page.fill('input[name=username]', user.username);
    await page.fill('input[name=password]', user.password);
    await page.fill('input[name=otp]', totp(user.totpSecret));
    await page.click('button[type=submit]');
  }
  await page.waitForSelector('vaadin-side-nav-item');
  return { context, page, problems };
};
