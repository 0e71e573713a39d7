// SPDX-License-Identifier: Apache-2.0
/* Answers Flow's "new Function(names…, code)" from a dictionary, so that the page policy needs no unsafe-eval. */
(() => {
  const Native = window.Function;
  const known = new Map();
  const missed = [];
  const key = parts => parts.join('\u0001');

  // What a keyboard shortcut asks of an event is put together from these conditions (Flow's ShortcutRegistration), for any key.
  const names = list => list.slice(1, -1).split(/', ?'/);
  const CONDITIONS = [
    [/^\(\[('[^'"\\]+'(?:, ?'[^'"\\]+')*)\]\.indexOf\(event\.code\) !== -1 \|\| \[\1\]\.indexOf\(event\.key\) !== -1\)$/,
      keys => event => names(keys).includes(event.code) || names(keys).includes(event.key)],
    [/^(!?)event\.getModifierState\('(\w+)'\)$/,
      (not, modifier) => event => event.getModifierState(modifier) === !not],
    [/^window\.Vaadin\.Flow\.shortcut\.eventInOwnerScope\(event, '(\[data-vaadin-shortcut-owner~="sc-[0-9a-f-]{36}"\])'\)$/,
      owner => event => window.Vaadin.Flow.shortcut.eventInOwnerScope(event, owner)],
    [/^window\.Vaadin\.Flow\.shortcut\.eventWithinBoundary\(event, element\)$/,
      () => (event, element) => window.Vaadin.Flow.shortcut.eventWithinBoundary(event, element)],
    [/^\(event\.(preventDefault|stopPropagation)\(\) \|\| true\)$/,
      act => event => event[act]() || true],
    [/^window\.Vaadin\.Flow\.resetFocus\(\)$/,
      () => () => window.Vaadin.Flow.resetFocus()],
  ];
  const condition = text => {
    for (const [form, make] of CONDITIONS) {
      const found = form.exec(text);
      if (found) return make(...found.slice(1));
    }
    return undefined;
  };
  const shortcut = parts => {
    const code = /^return \((.+)\)$/.exec(parts.at(-1));
    if (!code || key(parts.slice(0, -1)) !== key(['event', 'element'])) return undefined;
    const all = code[1].split(' && ').map(condition);
    if (all.includes(undefined)) return undefined;
    return (event, element) => all.reduce((so, next) => so && next(event, element), true);
  };

  window.openBarnahusFunctions = { missed, add: (parts, f) => known.set(key(parts), f) };
  window.Function = function (...parts) {
    const load = /^return window\.Vaadin\.Flow\.loadOnDemand\('([0-9a-f]{64})'\);$/.exec(parts.at(-1));
    const f = load ? () => window.Vaadin.Flow.loadOnDemand(load[1]) : known.get(key(parts)) || shortcut(parts);
    if (f) return f;
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
openBarnahusFunctions.add(["$0","$0.requestContentUpdate();"], function ($0) {$0.requestContentUpdate();
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
openBarnahusFunctions.add(["$0","window.Vaadin.Flow.selectConnector.initLazy($0)"], function ($0) {window.Vaadin.Flow.selectConnector.initLazy($0)
});
openBarnahusFunctions.add(["event","element","return (1)"], function (event, element) {return (1)
});
openBarnahusFunctions.add(["event","element","return (event.h)"], function (event, element) {return (event.h)
});
openBarnahusFunctions.add(["event","element","return (event.w)"], function (event, element) {return (event.w)
});
openBarnahusFunctions.add(["\n\n\nwindow.Vaadin = window.Vaadin || {};\nwindow.Vaadin.Flow = window.Vaadin.Flow || {};\n\nwindow.Vaadin.Flow.shortcut = window.Vaadin.Flow.shortcut || {\n  \n  \n  \n  _scopeOf: function (node) {\n    while (node) {\n      if (node.nodeType === 1 && node.matches && (node.matches(':popover-open') || node.matches(':modal'))) {\n        return node;\n      }\n      node = node.assignedSlot || node.parentNode || node.host || null;\n    }\n    return null;\n  },\n\n  \n  _eventScope: function (event) {\n    const path = event.composedPath();\n    for (let i = 0; i < path.length; i++) {\n      const node = path[i];\n      if (node && node.nodeType === 1 && node.matches && (node.matches(':popover-open') || node.matches(':modal'))) {\n        return node;\n      }\n    }\n    return null;\n  },\n\n  \n  \n  \n  eventWithinBoundary: function (event, boundary) {\n    try {\n      const path = event.composedPath();\n      const boundaryIndex = path.indexOf(boundary);\n      if (boundaryIndex < 0) {\n        return true;\n      }\n      for (let i = 0; i < boundaryIndex; i++) {\n        const node = path[i];\n        if (node && node.nodeType === 1 && node.matches && (node.matches(':popover-open') || node.matches(':modal'))) {\n          return false;\n        }\n      }\n      return true;\n    } catch (e) {\n      return true;\n    }\n  },\n\n  \n  \n  \n  \n  \n  \n  \n  eventInOwnerScope: function (event, ownerSelector) {\n    try {\n      const owner = document.querySelector(ownerSelector);\n      if (!owner) {\n        return true;\n      }\n      const eventScope =\n        '_vaadinShortcutOriginScope' in event\n          ? event._vaadinShortcutOriginScope\n          : window.Vaadin.Flow.shortcut._eventScope(event);\n      return eventScope === window.Vaadin.Flow.shortcut._scopeOf(owner);\n    } catch (e) {\n      return true;\n    }\n  },\n\n  \n  \n  \n  \n  registerKeydownDelegate: function (listenOn, delegate, matches, resetFocus, allowDefault) {\n    if (!delegate) {\n      throw 'Shortcut listenOn element not found with the given JS locator';\n    }\n    delegate.addEventListener('keydown', function (event) {\n      if (matches(event, delegate)) {\n        if (resetFocus) {\n          window.Vaadin.Flow.resetFocus();\n        }\n        const clone = new event.constructor(event.type, event);\n        \n        \n        \n        clone._vaadinShortcutOriginScope = window.Vaadin.Flow.shortcut._eventScope(event);\n        listenOn.dispatchEvent(clone);\n        if (!allowDefault) {\n          event.preventDefault();\n        }\n        event.stopPropagation();\n      }\n    });\n  }\n};\n"], function () {


window.Vaadin = window.Vaadin || {};
window.Vaadin.Flow = window.Vaadin.Flow || {};

window.Vaadin.Flow.shortcut = window.Vaadin.Flow.shortcut || {
  
  
  
  _scopeOf: function (node) {
    while (node) {
      if (node.nodeType === 1 && node.matches && (node.matches(':popover-open') || node.matches(':modal'))) {
        return node;
      }
      node = node.assignedSlot || node.parentNode || node.host || null;
    }
    return null;
  },

  
  _eventScope: function (event) {
    const path = event.composedPath();
    for (let i = 0; i < path.length; i++) {
      const node = path[i];
      if (node && node.nodeType === 1 && node.matches && (node.matches(':popover-open') || node.matches(':modal'))) {
        return node;
      }
    }
    return null;
  },

  
  
  
  eventWithinBoundary: function (event, boundary) {
    try {
      const path = event.composedPath();
      const boundaryIndex = path.indexOf(boundary);
      if (boundaryIndex < 0) {
        return true;
      }
      for (let i = 0; i < boundaryIndex; i++) {
        const node = path[i];
        if (node && node.nodeType === 1 && node.matches && (node.matches(':popover-open') || node.matches(':modal'))) {
          return false;
        }
      }
      return true;
    } catch (e) {
      return true;
    }
  },

  
  
  
  
  
  
  
  eventInOwnerScope: function (event, ownerSelector) {
    try {
      const owner = document.querySelector(ownerSelector);
      if (!owner) {
        return true;
      }
      const eventScope =
        '_vaadinShortcutOriginScope' in event
          ? event._vaadinShortcutOriginScope
          : window.Vaadin.Flow.shortcut._eventScope(event);
      return eventScope === window.Vaadin.Flow.shortcut._scopeOf(owner);
    } catch (e) {
      return true;
    }
  },

  
  
  
  
  registerKeydownDelegate: function (listenOn, delegate, matches, resetFocus, allowDefault) {
    if (!delegate) {
      throw 'Shortcut listenOn element not found with the given JS locator';
    }
    delegate.addEventListener('keydown', function (event) {
      if (matches(event, delegate)) {
        if (resetFocus) {
          window.Vaadin.Flow.resetFocus();
        }
        const clone = new event.constructor(event.type, event);
        
        
        
        clone._vaadinShortcutOriginScope = window.Vaadin.Flow.shortcut._eventScope(event);
        listenOn.dispatchEvent(clone);
        if (!allowDefault) {
          event.preventDefault();
        }
        event.stopPropagation();
      }
    });
  }
};

});
openBarnahusFunctions.add(["event","element","return (event.code)"], function (event, element) {return (event.code)
});
openBarnahusFunctions.add(["event","element","return (event.key)"], function (event, element) {return (event.key)
});
openBarnahusFunctions.add(["event","element","return (event.isComposing)"], function (event, element) {return (event.isComposing)
});
openBarnahusFunctions.add(["event","element","return (event.repeat)"], function (event, element) {return (event.repeat)
});
openBarnahusFunctions.add(["event","element","return (event.location)"], function (event, element) {return (event.location)
});
openBarnahusFunctions.add(["$0","$1","return (async function() { this.disabled = $0}).apply($1)"], function ($0, $1) {return (async function() { this.disabled = $0}).apply($1)
});
openBarnahusFunctions.add(["$0","return (async function() { setTimeout(() => {\n    try {\n       this._nextFocusIsFromClient = false;\n       this.focus();\n    } finally {\n       this._nextFocusIsFromClient = true;\n    }\n}, 0)\n}).apply($0)"], function ($0) {return (async function() { setTimeout(() => {
    try {
       this._nextFocusIsFromClient = false;
       this.focus();
    } finally {
       this._nextFocusIsFromClient = true;
    }
}, 0)
}).apply($0)
});
openBarnahusFunctions.add(["$0","return (async function() { this.serverPaused()}).apply($0)"], function ($0) {return (async function() { this.serverPaused()}).apply($0)
});
openBarnahusFunctions.add(["$0","$1","return (async function() { this.maxFiles = $0}).apply($1)"], function ($0, $1) {return (async function() { this.maxFiles = $0}).apply($1)
});
openBarnahusFunctions.add(["$0","$1","$2","try{Promise.resolve((async function(){return (async function() { if (this.$connector) { this.$connector.reset() }}).apply($0)})()).then($1,function(error){$2(''+error)})}catch(error){$2(''+error)}"], function ($0, $1, $2) {try{Promise.resolve((async function(){return (async function() { if (this.$connector) { this.$connector.reset() }}).apply($0)})()).then($1,function(error){$2(''+error)})}catch(error){$2(''+error)}
});
openBarnahusFunctions.add(["$0","$1","$2","$3","try{Promise.resolve((async function(){return (async function() { if (this.$connector) { this.$connector.setSelectionMode($0) }}).apply($1)})()).then($2,function(error){$3(''+error)})}catch(error){$3(''+error)}"], function ($0, $1, $2, $3) {try{Promise.resolve((async function(){return (async function() { if (this.$connector) { this.$connector.setSelectionMode($0) }}).apply($1)})()).then($2,function(error){$3(''+error)})}catch(error){$3(''+error)}
});
openBarnahusFunctions.add(["$0","$1","$2","$3","try{Promise.resolve((async function(){return (async function() { if (this.$connector) { this.$connector.setSorterDirections($0) }}).apply($1)})()).then($2,function(error){$3(''+error)})}catch(error){$3(''+error)}"], function ($0, $1, $2, $3) {try{Promise.resolve((async function(){return (async function() { if (this.$connector) { this.$connector.setSorterDirections($0) }}).apply($1)})()).then($2,function(error){$3(''+error)})}catch(error){$3(''+error)}
});
openBarnahusFunctions.add(["$0","$1","$2","$3","$4","$5","$6","try{Promise.resolve((async function(){return (async function() { this.$connector.setHeaderRenderer($0, { content: $1, showSorter: $2, sorterPath: $3 });}).apply($4)})()).then($5,function(error){$6(''+error)})}catch(error){$6(''+error)}"], function ($0, $1, $2, $3, $4, $5, $6) {try{Promise.resolve((async function(){return (async function() { this.$connector.setHeaderRenderer($0, { content: $1, showSorter: $2, sorterPath: $3 });}).apply($4)})()).then($5,function(error){$6(''+error)})}catch(error){$6(''+error)}
});
openBarnahusFunctions.add(["$0","$1","$2","$3","$4","try{Promise.resolve((async function(){return (async function() { this.$connector.setFooterRenderer($0, { content: $1 })}).apply($2)})()).then($3,function(error){$4(''+error)})}catch(error){$4(''+error)}"], function ($0, $1, $2, $3, $4) {try{Promise.resolve((async function(){return (async function() { this.$connector.setFooterRenderer($0, { content: $1 })}).apply($2)})()).then($3,function(error){$4(''+error)})}catch(error){$4(''+error)}
});
openBarnahusFunctions.add(["$0","$1","$2","$3","try{Promise.resolve((async function(){return $0.$connector.updateSize($1)})()).then($2,function(error){$3(''+error)})}catch(error){$3(''+error)}"], function ($0, $1, $2, $3) {try{Promise.resolve((async function(){return $0.$connector.updateSize($1)})()).then($2,function(error){$3(''+error)})}catch(error){$3(''+error)}
});
openBarnahusFunctions.add(["$0","$1","$2","$3","$4","try{Promise.resolve((async function(){return $0.$connector.set($1,$2)})()).then($3,function(error){$4(''+error)})}catch(error){$4(''+error)}"], function ($0, $1, $2, $3, $4) {try{Promise.resolve((async function(){return $0.$connector.set($1,$2)})()).then($3,function(error){$4(''+error)})}catch(error){$4(''+error)}
});
openBarnahusFunctions.add(["$0","$1","$2","$3","try{Promise.resolve((async function(){return $0.$connector.confirm($1)})()).then($2,function(error){$3(''+error)})}catch(error){$3(''+error)}"], function ($0, $1, $2, $3) {try{Promise.resolve((async function(){return $0.$connector.confirm($1)})()).then($2,function(error){$3(''+error)})}catch(error){$3(''+error)}
});
openBarnahusFunctions.add(["$0","$1","$2","window.dispatchEvent(new CustomEvent('vaadin-navigate', { detail: { state: $0, url: $1, replace: true, callback: $2 } }));"], function ($0, $1, $2) {window.dispatchEvent(new CustomEvent('vaadin-navigate', { detail: { state: $0, url: $1, replace: true, callback: $2 } }));
});
openBarnahusFunctions.add(["$0","return $0.focus()"], function ($0) {return $0.focus()
  });
openBarnahusFunctions.add(["$0", "$1", "window.dispatchEvent(new CustomEvent('vaadin-redirect-pending', {detail: {url: $0}})); if ($1 == '_self') this.stopApplication(); window.open($0, $1)"], function ($0, $1) {window.dispatchEvent(new CustomEvent('vaadin-redirect-pending', {detail: {url: $0}})); if ($1 == '_self') this.stopApplication(); window.open($0, $1)
});
