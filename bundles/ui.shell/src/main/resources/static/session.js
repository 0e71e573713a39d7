// SPDX-License-Identifier: Apache-2.0
'use strict';
/* An open page is answered with 401 once nobody is signed in any more, and with 403 once something must be done first (agreement,
   training). Flow would stay silent about the one and try the other again for ever; loaded anew, the page leads to where it is done.
   429 and 503 say that the page comes too early: Flow asks again by itself, and is not to call that a lost connection. */
(() => {
  const open = XMLHttpRequest.prototype.open;
  const frame = () => document.querySelector('vaadin-app-layout[data-lost]');
  const say = status => {
    const words = frame();
    const indicator = document.querySelector('vaadin-connection-indicator');
    if (words instanceof HTMLElement && indicator instanceof HTMLElement) indicator.reconnectingText = status === 429 || status === 503 ? words.dataset.busy : words.dataset.lost;
  };
  /* A page that has heard nothing from the server for as long as a session lasts without use is one of a session that has ended:
     it empties itself, whether or not the server can be reached to say so. An open page hears something every minute. */
  const LONGEST = 15 * 60 * 1000;
  let heard = Date.now();
  const empty = () => {
    const words = frame();
    if (!words || Date.now() - heard < LONGEST) return;
    const text = document.createElement('p');
    text.setAttribute('role', 'alert');
    text.textContent = words.dataset.emptied;
    document.title = 'OpenBarnahus';
    document.body.replaceChildren(text);
    heard = Date.now();
    window.location.replace('/sign-in');
  };
  window.setInterval(empty, 5000);
  document.addEventListener('visibilitychange', empty);
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.addEventListener('readystatechange', () => { if (this.status > 0 && this.status < 500) heard = Date.now(); });
    this.addEventListener('loadend', () => {
      if (!/[?&]v-r=uidl/.test(url)) return;
      say(this.status);
      if (this.status === 401) window.location.replace('/sign-in?to=' + encodeURIComponent(window.location.pathname));
      if (this.status === 403 && /_REQUIRED"/.test(this.responseText)) window.location.reload();
    });
    return open.call(this, method, url, ...rest);
  };
})();
/* The document speaks the language that its frame was drawn in last. Writing the same again would be seen, too, for ever. */
new MutationObserver(() => {
  const frame = document.querySelector('vaadin-app-layout[lang]');
  if (frame instanceof HTMLElement && document.documentElement.lang !== frame.lang) document.documentElement.lang = frame.lang;
}).observe(document.documentElement, { subtree: true, attributes: true, attributeFilter: ['lang'] });
/* Two navigations at the same moment can leave Flow's router between two pages, deaf to every link (Flow 25.2.6, Flow.tsx: a
   blocker that is let go twice). The address is the new one already: load it. */
(() => {
  const lost = e => {
    if (/Invalid blocker state transition/.test(String(e.message || e.reason))) window.location.reload();
  };
  window.addEventListener('error', lost);
  window.addEventListener('unhandledrejection', lost);
})();
