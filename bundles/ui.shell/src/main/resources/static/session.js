// SPDX-License-Identifier: Apache-2.0
/* An open page is answered with 401 once nobody is signed in any more, and with 403 once something must be done first (agreement,
   training). Flow would stay silent about the one and try the other again for ever; loaded anew, the page leads to where it is done. */
(() => {
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.addEventListener('load', () => {
      if (!/[?&]v-r=uidl/.test(url)) return;
      if (this.status === 401) window.location.replace('/sign-in?to=' + encodeURIComponent(window.location.pathname));
      if (this.status === 403 && /_REQUIRED"/.test(this.responseText)) window.location.reload();
    });
    return open.call(this, method, url, ...rest);
  };
})();
/* The document speaks the language that its frame was drawn in last. Writing the same again would be seen, too, for ever. */
new MutationObserver(() => {
  const frame = document.querySelector('vaadin-app-layout[lang]');
  if (frame && document.documentElement.lang !== frame.lang) document.documentElement.lang = frame.lang;
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
