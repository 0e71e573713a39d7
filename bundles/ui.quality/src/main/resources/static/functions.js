// SPDX-License-Identifier: Apache-2.0
/* What these pages run in the browser beyond the frame's own dictionary: the drawing of a chart. */
openBarnahusFunctions.add(["$0", "$1", "return (async function() { window.openBarnahusChart(this, $0)}).apply($1)"],
  function ($0, $1) { return (async function () { window.openBarnahusChart(this, $0); }).apply($1); });
