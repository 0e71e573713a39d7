// Speaks to the product in the stead of an open page, as somebody signed in may who has written a program for it.
const assert = require('node:assert');
const { until } = require('./product');
const { settled } = require('./look');

const CLICK = { 'event.detail': 1, 'event.button': 0, 'event.clientX': 1, 'event.clientY': 1, 'event.screenX': 1, 'event.screenY': 1, 'event.shiftKey': false, 'event.ctrlKey': false, 'event.altKey': false, 'event.metaKey': false };
const sync = (node, property, value) => ({ type: 'mSync', node, feature: 1, property, value });
const happened = (node, event) => ({ type: 'event', node, event, data: CLICK });
const call = (node, templateEventMethodName) => ({ type: 'publishedEventHandler', node, templateEventMethodName, templateEventMethodArgs: ['x'], promise: -1 });

class Forger {
  constructor(browser) { this.browser = browser; }

  /** Opens the page and hears what it says, its secret included. */
  async goTo(path) {
    const { page, base } = this.browser;
    let heard;
    const told = [];
    const tell = r => { if (r.request().method() === 'POST' && /[?&]v-r=(init|uidl)/.test(r.url())) told.push(r.text().catch(() => '')); };
    const hear = r => { if (r.method() === 'POST' && /[?&]v-r=uidl/.test(r.url())) heard = { url: r.url(), body: r.postDataJSON() }; };
    await page.unroute('**');
    page.on('request', hear);
    page.on('response', tell);
    await page.goto(base + path);
    await settled(page);
    let width = 1200;
    await until('a word of the page', 30, async () => {
      await page.setViewportSize({ width: width++, height: 850 });
      await settled(page);
      return heard;
    });
    page.off('request', hear);
    page.off('response', tell);
    await page.route('**', route => route.abort()); // from here on it would lose count and begin anew
    this.last = 0;
    for (const text of await Promise.all(told)) this.learn(text);
    this.url = heard.url;
    this.token = heard.body.csrfToken;
    this.said = heard.body.clientId;
    return this;
  }

  /** What the product answers; its number counts every message that it has understood. */
  async say(rpc) {
    const headers = { 'Content-Type': 'application/json; charset=UTF-8', Origin: this.browser.base, 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'cors', 'Sec-Fetch-Dest': 'empty' };
    const data = JSON.stringify({ csrfToken: this.token, rpc, syncId: -1, clientId: ++this.said });
    const answer = await this.browser.page.request.post(this.url, { data, headers });
    assert.equal(answer.status(), 200);
    const text = await answer.text();
    this.learn(text);
    assert.ok(!/Synchronization Error/.test(text), 'the product has lost count of the messages');
    return text;
  }

  /** Which nodes there are. */
  learn(text) {
    for (const [, node] of text.matchAll(/"node":(\d+)/g)) this.last = Math.max(this.last, Number(node));
  }

  /** Switches everything on and clicks it, then fills it in and clicks once more; gives how many messages were taken. */
  async everything(most) {
    const steps = [
      node => [[sync(node, 'disabled', false)], [sync(node, 'readonly', false)], ['click', 'change', 'confirm'].map(event => happened(node, event))],
      node => [[sync(node, 'value', 'forged')], [sync(node, 'checked', true)], [call(node, 'setValue'), call(node, 'select'), call(node, 'confirm')], [happened(node, 'click')]],
    ];
    let taken = 0;
    for (const step of steps) {
      for (let node = Math.min(this.last, most); node > 0; node--) { // what is made anew by a click has a greater number
        for (const rpc of step(node)) if (!/"appError"/.test(await this.say(rpc))) taken++;
      }
    }
    return taken;
  }
}

module.exports = { Forger, call };
