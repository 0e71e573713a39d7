// The frame of a test file: a demonstration of its own, a browser for each person, and a picture of each where something failed.
const fs = require('node:fs');
const path = require('node:path');
const { before, after, afterEach } = require('node:test');
const { Product } = require('./product');
const { open, shot } = require('./browser');

const READ_MILLIS = 5000; // a setting is read within seconds, and nothing shows when

/**
 * @param name as the pictures are called; its port is another one where NAME_PORT is set
 * @param people names of the browsers
 * @param settings lines to put behind a file of settings, by the file's name, before anybody comes
 * @param ready what comes before the first test, with the browsers: a hook of the test's own would not wait for this one
 * @returns the product, and the browsers by name: they are there once the tests run
 */
function frame(name, port, people, { settings = {}, ready = async () => {} } = {}) {
  const product = new Product(Number(process.env[name.toUpperCase() + '_PORT'] || port), 5);
  const browsers = {};
  before(async () => {
    await product.start();
    const files = Object.entries(settings);
    for (const [file, lines] of files) fs.appendFileSync(path.join(product.data, 'etc', file), '\n' + lines + '\n');
    for (const person of people) browsers[person] = await open(product);
    if (files.length > 0) await new Promise(done => setTimeout(done, READ_MILLIS));
    await ready(browsers);
  });
  after(async () => {
    for (const browser of Object.values(browsers)) await browser.close();
    product.stop();
  });
  afterEach(async t => {
    if (!t.passed) for (const [person, browser] of Object.entries(browsers)) await shot(browser, `failed-${name}-${person}`).catch(() => {});
  });
  return { product, browsers };
}

module.exports = { frame };
