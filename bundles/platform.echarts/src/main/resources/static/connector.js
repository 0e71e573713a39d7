// SPDX-License-Identifier: Apache-2.0
window.openBarnahusChart = (element, option) => {
  let chart = echarts.getInstanceByDom(element);
  if (!chart) {
    chart = echarts.init(element, null, { renderer: 'svg' });
    new ResizeObserver(() => chart.resize()).observe(element);
  }
  chart.setOption(JSON.parse(option), true);
};
