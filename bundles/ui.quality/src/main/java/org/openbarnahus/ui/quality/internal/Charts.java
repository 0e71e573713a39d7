// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.quality.internal;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.openbarnahus.core.model.indicator.IndicatorInfo;
import org.openbarnahus.core.model.indicator.IndicatorKind;
import org.openbarnahus.core.model.indicator.IndicatorValue;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** ECharts options of an indicator. Labels are data, never markup: tooltips are drawn as text. */
final class Charts {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PETROL = "#0f5c63";
    private static final String AMBER = "#a35f00";
    private static final String INK = "#1f2b2d";
    private static final String GRID = "#e4dfd6";
    private static final String FONT = "Inter, Segoe UI, system-ui, sans-serif";

    private final Figures figures;

    Charts(Figures figures) {
        this.figures = figures;
    }

    /** A bar of a distribution. */
    record Bar(String label, long cases) {}

    /** Quarter by quarter: lines for shares, days and means, bars for counts. */
    String quarters(String name, List<IndicatorValue> quarters) {
        IndicatorKind kind = quarters.getFirst().kind();
        ObjectNode option = base();
        ObjectNode across = axis(option, "xAxis", "category");
        ArrayNode labels = across.putArray("data");
        quarters.forEach(q -> labels.add(figures.quarter(q.from())));
        ObjectNode up = axis(option, "yAxis", "value");
        up.put("min", 0);
        if (kind == IndicatorKind.SHARE) {
            up.put("max", 100);
            up.withObject("/axisLabel").put("formatter", "{value} %");
        }
        ArrayNode series = option.putArray("series");
        String shown = kind == IndicatorKind.MEDIAN ? figures.texts().get("quality.kind.median") : name;
        ObjectNode line = series(series, shown, kind == IndicatorKind.COUNT ? "bar" : "line", PETROL);
        numbers(line, quarters, IndicatorValue::value);
        quarters.getFirst().info().flatMap(IndicatorInfo::target).ifPresent(t -> target(line, t));
        if (kind == IndicatorKind.MEDIAN) {
            ObjectNode p90 = series(series, figures.texts().get("quality.p90"), "line", AMBER);
            p90.withObject("/lineStyle").put("type", "dashed");
            p90.put("symbol", "diamond");
            numbers(p90, quarters, IndicatorValue::p90);
            option.putObject("legend").put("bottom", 0).putObject("textStyle").put("color", INK);
        }
        return option.toString();
    }

    /** One bar per category, the first on top. */
    String distribution(String name, List<Bar> bars) {
        ObjectNode option = base();
        ObjectNode up = axis(option, "yAxis", "category");
        up.put("inverse", true);
        up.withObject("/axisLabel").put("width", 160).put("overflow", "break").put("lineHeight", 16);
        ArrayNode labels = up.putArray("data");
        bars.forEach(b -> labels.add(b.label()));
        axis(option, "xAxis", "value").put("min", 0).put("minInterval", 1);
        ObjectNode bar = series(option.putArray("series"), name, "bar", PETROL);
        bar.put("barMaxWidth", 26);
        bar.putObject("label").put("show", true).put("position", "right").put("color", INK);
        ArrayNode data = bar.putArray("data");
        bars.forEach(b -> data.add(b.cases()));
        return option.toString();
    }

    private static ObjectNode base() {
        ObjectNode option = JSON.createObjectNode();
        option.put("animationDuration", 250);
        option.putObject("textStyle").put("fontFamily", FONT).put("color", INK).put("fontSize", 13);
        option.putObject("grid")
                .put("left", 8)
                .put("right", 36)
                .put("top", 24)
                .put("bottom", 40)
                .put("containLabel", true);
        option.putObject("tooltip").put("trigger", "axis").put("renderMode", "richText");
        return option;
    }

    private static ObjectNode axis(ObjectNode option, String name, String type) {
        ObjectNode axis = option.putObject(name);
        axis.put("type", type);
        axis.putObject("axisLabel").put("color", INK);
        axis.putObject("splitLine").putObject("lineStyle").put("color", GRID);
        return axis;
    }

    private static ObjectNode series(ArrayNode all, String name, String type, String color) {
        ObjectNode series = all.addObject();
        series.put("name", name).put("type", type);
        series.put("symbolSize", 9).put("barMaxWidth", 48);
        series.putObject("itemStyle").put("color", color);
        series.putObject("lineStyle").put("width", 3).put("color", color);
        return series;
    }

    private static void numbers(
            ObjectNode series, List<IndicatorValue> quarters, Function<IndicatorValue, OptionalDouble> number) {
        ArrayNode data = series.putArray("data");
        for (IndicatorValue quarter : quarters) {
            OptionalDouble is = number.apply(quarter);
            if (is.isPresent()) {
                data.add(Math.round(is.getAsDouble() * 10) / 10.0);
            } else {
                data.addNull();
            }
        }
    }

    private void target(ObjectNode series, double target) {
        ObjectNode mark = series.putObject("markLine");
        mark.put("silent", true).put("symbol", "none");
        mark.putObject("lineStyle").put("color", INK).put("type", "dashed");
        mark.putObject("label")
                .put("formatter", figures.texts().get("quality.target.short"))
                .put("position", "insideEndTop")
                .put("color", INK);
        mark.putArray("data").addObject().put("yAxis", target);
    }
}
