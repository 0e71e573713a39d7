// SPDX-License-Identifier: Apache-2.0
/* The server answers an open page with 401 once nobody is signed in any more; Flow would stay silent about it. */
(() => {
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.addEventListener('load', () => {
      if (this.status === 401 && /[?&]v-r=uidl/.test(url)) {
        window.location.replace('/sign-in?to=' + encodeURIComponent(window.location.pathname));
      }
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
