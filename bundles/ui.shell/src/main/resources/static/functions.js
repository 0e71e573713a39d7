/* Answers Flow's "new Function(names…, code)" from a dictionary, so that the page policy needs no unsafe-eval. */
(() => {
  const Native = window.Function;
  const known = new Map();
  const key = parts => parts.join('\u0001');
  const missed = [];
  window.openBarnahusFunctions = {
    missed,
    add: (parts, f) => known.set(key(parts), f),
  };
  window.Function = function (...parts) {
    const f = known.get(key(parts));
    if (f) return f;
    const load = /^return window\.Vaadin\.Flow\.loadOnDemand\('([0-9a-f]{64})'\);$/.exec(parts.at(-1));
    if (load) return () => window.Vaadin.Flow.loadOnDemand(load[1]);
    missed.push(parts);
    return Native.apply(null, parts); // throws under the strict policy
  };
  window.Function.prototype = Native.prototype;
})();
/* harvested */
openBarnahusFunctions.add(["$0","return (async function() {     const el = this;\n    window.addEventListener('resize', evt => {\n        const event = new Event(\"window-resize\");\n        event.w = document.documentElement.clientWidth;\n        event.h = document.documentElement.clientHeight;\n        el.dispatchEvent(event);\n    });\n}).apply($0)"], function ($0) {return (async function() {     const el = this;
    window.addEventListener('resize', evt => {
        const event = new Event("window-resize");
        event.w = document.documentElement.clientWidth;
        event.h = document.documentElement.clientHeight;
        el.dispatchEvent(event);
    });
}).apply($0)
});
openBarnahusFunctions.add(["$0","if ($0) window.Vaadin.Flow.gridConnector.initLazy($0)"], function ($0) {if ($0) window.Vaadin.Flow.gridConnector.initLazy($0)
});
openBarnahusFunctions.add(["$0","if(window.Vaadin.Flow.navigation) { window.addEventListener('vaadin-navigated', function(event) {    document.title = $0;\n    if(window?.Vaadin?.documentTitleSignal) {\n        window.Vaadin.documentTitleSignal.value = $0;\n    }\n}, {once:true}); }  else {     document.title = $0;\n    if(window?.Vaadin?.documentTitleSignal) {\n        window.Vaadin.documentTitleSignal.value = $0;\n    }\n }"], function ($0) {if(window.Vaadin.Flow.navigation) { window.addEventListener('vaadin-navigated', function(event) {    document.title = $0;
    if(window?.Vaadin?.documentTitleSignal) {
        window.Vaadin.documentTitleSignal.value = $0;
    }
}, {once:true}); }  else {     document.title = $0;
    if(window?.Vaadin?.documentTitleSignal) {
        window.Vaadin.documentTitleSignal.value = $0;
    }
 }
});
openBarnahusFunctions.add(["$0","return (async function() { if (this.$connector) { this.$connector.reset() }}).apply($0)"], function ($0) {return (async function() { if (this.$connector) { this.$connector.reset() }}).apply($0)
});
openBarnahusFunctions.add(["$0","$1","return (async function() { if (this.$connector) { this.$connector.setSelectionMode($0) }}).apply($1)"], function ($0, $1) {return (async function() { if (this.$connector) { this.$connector.setSelectionMode($0) }}).apply($1)
});
openBarnahusFunctions.add(["$0","$1","return (async function() { if (this.$connector) { this.$connector.setSorterDirections($0) }}).apply($1)"], function ($0, $1) {return (async function() { if (this.$connector) { this.$connector.setSorterDirections($0) }}).apply($1)
});
openBarnahusFunctions.add(["$0","$1","return (async function() { this.invalid = $0}).apply($1)"], function ($0, $1) {return (async function() { this.invalid = $0}).apply($1)
});
openBarnahusFunctions.add(["$0","$1","return (async function() { this.serverConnected($0)}).apply($1)"], function ($0, $1) {return (async function() { this.serverConnected($0)}).apply($1)
});
openBarnahusFunctions.add(["$0","$1","$2","$3","$4","return (async function() { this.$connector.setHeaderRenderer($0, { content: $1, showSorter: $2, sorterPath: $3 });}).apply($4)"], function ($0, $1, $2, $3, $4) {return (async function() { this.$connector.setHeaderRenderer($0, { content: $1, showSorter: $2, sorterPath: $3 });}).apply($4)
});
openBarnahusFunctions.add(["$0","$1","$2","return (async function() { this.$connector.setFooterRenderer($0, { content: $1 })}).apply($2)"], function ($0, $1, $2) {return (async function() { this.$connector.setFooterRenderer($0, { content: $1 })}).apply($2)
});
openBarnahusFunctions.add(["$0","$1","return $0.$connector.updateSize($1)"], function ($0, $1) {return $0.$connector.updateSize($1)
});
openBarnahusFunctions.add(["$0","$1","$2","return $0.$connector.set($1,$2)"], function ($0, $1, $2) {return $0.$connector.set($1,$2)
});
openBarnahusFunctions.add(["$0","$1","return $0.$connector.confirm($1)"], function ($0, $1) {return $0.$connector.confirm($1)
});
openBarnahusFunctions.add(["$0","$1","$2","return (async function() { this.$server['}p']($0, true, $1)}).apply($2)"], function ($0, $1, $2) {return (async function() { this.$server['}p']($0, true, $1)}).apply($2)
});
openBarnahusFunctions.add(["event","element","return (event.shiftKey)"], function (event, element) {return (event.shiftKey)
});
openBarnahusFunctions.add(["event","element","return (event.metaKey)"], function (event, element) {return (event.metaKey)
});
openBarnahusFunctions.add(["event","element","return (event.detail)"], function (event, element) {return (event.detail)
});
openBarnahusFunctions.add(["event","element","return (event.ctrlKey)"], function (event, element) {return (event.ctrlKey)
});
openBarnahusFunctions.add(["event","element","return (event.clientX)"], function (event, element) {return (event.clientX)
});
openBarnahusFunctions.add(["event","element","return (event.clientY)"], function (event, element) {return (event.clientY)
});
openBarnahusFunctions.add(["event","element","return (event.altKey)"], function (event, element) {return (event.altKey)
});
openBarnahusFunctions.add(["event","element","return (event.button)"], function (event, element) {return (event.button)
});
openBarnahusFunctions.add(["event","element","return (event.screenY)"], function (event, element) {return (event.screenY)
});
openBarnahusFunctions.add(["event","element","return (event.screenX)"], function (event, element) {return (event.screenX)
});
openBarnahusFunctions.add(["$0","$1","$2","return $0.$connector.clear($1,$2)"], function ($0, $1, $2) {return $0.$connector.clear($1,$2)
});
openBarnahusFunctions.add(["$0","return $0.requestContentUpdate()"], function ($0) {return $0.requestContentUpdate()
});
openBarnahusFunctions.add(["$0","return (async function() { Vaadin.FlowComponentHost.patchVirtualContainer(this)}).apply($0)"], function ($0) {return (async function() { Vaadin.FlowComponentHost.patchVirtualContainer(this)}).apply($0)
});
openBarnahusFunctions.add(["$0","$1","return (async function() { this.renderer = (root) => {  if (this.text) {    root.textContent = this.text;  } else {    Vaadin.FlowComponentHost.setChildNodes($0, this.virtualChildNodeIds, root)  }}}).apply($1)"], function ($0, $1) {return (async function() { this.renderer = (root) => {  if (this.text) {    root.textContent = this.text;  } else {    Vaadin.FlowComponentHost.setChildNodes($0, this.virtualChildNodeIds, root)  }}}).apply($1)
});
openBarnahusFunctions.add(["$0","$0.addEventListener('items-changed', function(){ this.$server.updateSelectedTab(true); });"], function ($0) {$0.addEventListener('items-changed', function(){ this.$server.updateSelectedTab(true); });
});
openBarnahusFunctions.add(["$0","window.Vaadin.Flow.datepickerConnector.initLazy($0)"], function ($0) {window.Vaadin.Flow.datepickerConnector.initLazy($0)
});
openBarnahusFunctions.add(["$0","if($0.$connector) $0.$connector.reset();"], function ($0) {if($0.$connector) $0.$connector.reset();
});
openBarnahusFunctions.add(["$0","return (async function() { window.Vaadin.Flow.comboBoxConnector.initLazy(this)}).apply($0)"], function ($0) {return (async function() { window.Vaadin.Flow.comboBoxConnector.initLazy(this)}).apply($0)
});
openBarnahusFunctions.add(["$0","$1","$2","$3","$4","$5","$6","return (async function() { window.Vaadin.setLitRenderer(this, $0, $1, $2, $3, $4, $5)}).apply($6)"], function ($0, $1, $2, $3, $4, $5, $6) {return (async function() { window.Vaadin.setLitRenderer(this, $0, $1, $2, $3, $4, $5)}).apply($6)
});
openBarnahusFunctions.add(["html","root","live","appId","itemKey","model","item","index","return html`${Vaadin.FlowComponentHost.getNode(appId, item.nodeid)}`"], function (html, root, live, appId, itemKey, model, item, index) {return html`${Vaadin.FlowComponentHost.getNode(appId, item.nodeid)}`
});
openBarnahusFunctions.add(["$0","$1","$2","return $0.$connector.updateI18n($1,$2)"], function ($0, $1, $2) {return $0.$connector.updateI18n($1,$2)
});
openBarnahusFunctions.add(["$0","$1","$2","$3","return $0.$connector.set($1,$2,$3)"], function ($0, $1, $2, $3) {return $0.$connector.set($1,$2,$3)
});
openBarnahusFunctions.add(["$0","$1","$2","return $0.$connector.confirm($1,$2)"], function ($0, $1, $2) {return $0.$connector.confirm($1,$2)
});
openBarnahusFunctions.add(["$0","$1","return (async function() { this._inputElementValue = $0}).apply($1)"], function ($0, $1) {return (async function() { this._inputElementValue = $0}).apply($1)
});
openBarnahusFunctions.add(["event","element","return (element.files.some(file => file.uploading))"], function (event, element) {return (element.files.some(file => file.uploading))
});
openBarnahusFunctions.add(["$0","$1","return (async function() { this.renderer = (root) => Vaadin.FlowComponentHost.setChildNodes($0, this.virtualChildNodeIds, root)}).apply($1)"], function ($0, $1) {return (async function() { this.renderer = (root) => Vaadin.FlowComponentHost.setChildNodes($0, this.virtualChildNodeIds, root)}).apply($1)
});
openBarnahusFunctions.add(["$0","$1","$2","return (async function() { this.$.overlay.$.overlay.style[$0]=$1}).apply($2)"], function ($0, $1, $2) {return (async function() { this.$.overlay.$.overlay.style[$0]=$1}).apply($2)
});
openBarnahusFunctions.add(["$0","$1","return (async function() { this.footerRenderer = (root) => {if (root.firstChild) {    return;}root.appendChild($0);}}).apply($1)"], function ($0, $1) {return (async function() { this.footerRenderer = (root) => {if (root.firstChild) {    return;}root.appendChild($0);}}).apply($1)
});
openBarnahusFunctions.add(["$0","return (async function() {   this.$.overlay.addEventListener('vaadin-overlay-close', () => {\n    document.addEventListener('vaadin-overlay-close', (e) => {\n      if (!e.defaultPrevented && e.detail.overlay === this.$.overlay) {\n        e.preventDefault();\n        this.$server.handleClientClose();\n      }\n    }, { once: true });\n  });\n}).apply($0)"], function ($0) {return (async function() {   this.$.overlay.addEventListener('vaadin-overlay-close', () => {
    document.addEventListener('vaadin-overlay-close', (e) => {
      if (!e.defaultPrevented && e.detail.overlay === this.$.overlay) {
        e.preventDefault();
        this.$server.handleClientClose();
      }
    }, { once: true });
  });
}).apply($0)
});
openBarnahusFunctions.add(["$0","$1","$2","window.dispatchEvent(new CustomEvent('vaadin-navigate', { detail: { state: $0, url: $1, replace: false, callback: $2 } }));"], function ($0, $1, $2) {window.dispatchEvent(new CustomEvent('vaadin-navigate', { detail: { state: $0, url: $1, replace: false, callback: $2 } }));
});
