// Behind a reverse proxy everybody has the own address, and nobody can choose it: seen from outside, by who is told to slow down.
const assert = require('node:assert');
const fs = require('node:fs');
const https = require('node:https');
const path = require('node:path');
const { test, before, after } = require('node:test');
const { Product, until } = require('../lib/product');

const product = new Product(Number(process.env.PROXY_PORT || 8492), 5);
const setting = name => path.join(product.data, 'etc/org.openbarnahus.' + name + '.cfg');

before(async () => {
  await product.start();
  fs.appendFileSync(setting('rates'), '\naddress.second = 1\naddress.burst = 10\n');
});
after(() => product.stop());

/** As the proxy on this machine would ask, or somebody who pretends to be one. */
function ask(forwarded) {
  return new Promise((done, failed) => https.get({
    host: '127.0.0.1', port: product.port, path: '/sign-in', rejectUnauthorized: false, agent: false, headers: { 'X-Forwarded-For': forwarded },
  }, answer => { answer.resume(); done(answer.statusCode); }).on('error', failed));
}

async function many(address) {
  const seen = [];
  for (let i = 0; i < 40; i++) seen.push(await ask(address(i)));
  return seen;
}

const each = block => i => `192.0.2.${block + i}`;
const slowed = seen => seen.filter(status => status === 429).length;

test('whoever comes directly does not get another address by saying so', async () => {
  await until('low rates', 30, async () => slowed(await many(each(1))) > 20);
});

test('a proxy that is named tells callers apart, and what they say themselves is not heard', async () => {
  fs.appendFileSync(setting('auth.web'), '\nproxies = 127.0.0.1\n');
  await until('callers with addresses of their own', 30, async () => slowed(await many(each(50))) === 0);
  const same = await many(() => '198.51.100.1');
  assert.ok(slowed(same) > 20, 'one caller is slowed down: ' + same);
  const pretending = await many(i => `192.0.2.${150 + i}, 198.51.100.1`);
  assert.ok(slowed(pretending) > 20, 'whatever it says: ' + pretending);
  assert.equal(slowed([await ask('198.51.100.2')]), 0, 'and nobody else is');
});

test('a slip of the pen trusts nobody', async () => {
  fs.appendFileSync(setting('auth.web'), '\nproxies = 127.0.0.1, proxy.example.org\n');
  await until('an error in the log', 30, () => /no proxy is believed until this is mended/.test(fs.readFileSync(path.join(product.data, 'log/openbarnahus.log'), 'utf8')));
  assert.ok(slowed(await many(each(100))) > 20);
});
