// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.quality.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbarnahus.core.model.indicator.IndicatorKind;
import org.openbarnahus.core.model.indicator.IndicatorValue;
import org.openbarnahus.core.model.indicator.IndicatorValue.Part;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.platform.echarts.EChart;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.widget.Badge;
import org.openbarnahus.ui.kit.widget.Tone;

/** The numbers of one indicator: the value with all it rests on, the chart, the same as a table, and how it was made. */
final class ResultPanel extends Div {
    private static final String UNKNOWN = "unknown";

    private final transient SchemaSnapshot snapshot;
    private final transient Texts texts;
    private final ZoneId zone;
    private final transient Figures figures;
    private final transient Charts charts;

    /**
     * @param zone of the house, for the moment of computing
     */
    ResultPanel(SchemaSnapshot snapshot, Texts texts, ZoneId zone) {
        this.snapshot = snapshot;
        this.texts = texts;
        this.zone = zone;
        this.figures = new Figures(texts);
        this.charts = new Charts(figures);
        addClassName("ob-result");
        getElement().setAttribute("aria-live", "polite");
    }

    void show(IndicatorValue value, List<IndicatorValue> quarters) {
        removeAll();
        add(head(value));
        caution(value, quarters).ifPresent(c -> add(caution(c)));
        if (value.kind() == IndicatorKind.DISTRIBUTION) {
            distribution(value);
        } else if (!quarters.isEmpty()) {
            quarters(value, quarters);
        }
        add(made(value));
    }

    private Component head(IndicatorValue value) {
        Div head = new Div();
        head.addClassName("ob-result-head");
        if (value.kind() != IndicatorKind.DISTRIBUTION) {
            Span number = new Span(figures.value(value, Part.VALUE));
            number.addClassName("ob-big");
            Span kind = new Span(texts.get("quality.kind." + value.kind().name().toLowerCase(java.util.Locale.ROOT)));
            kind.addClassNames("ob-muted", "ob-small");
            Div block = new Div(number, kind);
            block.addClassName("ob-big-block");
            value.info().flatMap(figures::target).ifPresent(t -> block.add(target(value, t)));
            head.add(block);
        }
        Element list = new Element("dl");
        list.getClassList().add("ob-figures");
        figures.lines(value)
                .forEach(line -> list.appendChild(new Element("div")
                        .appendChild(new Element("dt").setText(line.label()))
                        .appendChild(new Element("dd").setText(line.number()))));
        head.getElement().appendChild(list);
        return head;
    }

    private Component target(IndicatorValue value, String target) {
        Div line = new Div(new Span(target));
        line.addClassName("ob-target");
        switch (Figures.standing(value)) {
            case REACHED -> line.add(new Badge(Tone.GOOD, texts.get("quality.reached")));
            case MISSED -> line.add(new Badge(Tone.SOON, texts.get("quality.missed")));
            case NONE -> {}
        }
        return line;
    }

    /** Also where only some of the quarters are withheld. */
    private Optional<String> caution(IndicatorValue value, List<IndicatorValue> quarters) {
        return Stream.concat(Stream.of(value), quarters.stream())
                .filter(each -> !each.withheld().isEmpty())
                .findFirst()
                .flatMap(figures::caution)
                .or(() -> figures.caution(value));
    }

    private static Component caution(String text) {
        Paragraph hint = new Paragraph(text);
        hint.addClassName("ob-caution");
        return hint;
    }

    private void quarters(IndicatorValue value, List<IndicatorValue> quarters) {
        String label = snapshot.label(texts.locale(), "indicator." + value.id());
        EChart chart = new EChart(texts.get("quality.chart", label), charts.quarters(label, quarters));
        chart.addClassName("ob-chart");
        chart.setVisible(quarters.stream().anyMatch(q -> !q.withholds(Part.VALUE)));
        boolean median = value.kind() == IndicatorKind.MEDIAN;
        List<String> head = Stream.of(
                        "quality.col.quarter",
                        "quality.col.value",
                        median ? "quality.p90" : "",
                        "quality.n",
                        "quality.missing",
                        "quality.excluded")
                .filter(k -> !k.isEmpty())
                .map(texts::get)
                .toList();
        List<List<String>> rows = quarters.stream().map(q -> row(q, median)).toList();
        add(chart, new NumberTable(texts.get("quality.table.quarters", label), head, rows));
    }

    private List<String> row(IndicatorValue quarter, boolean median) {
        List<String> row = new ArrayList<>();
        row.add(figures.quarter(quarter.from()));
        row.add(figures.value(quarter, Part.VALUE));
        if (median) {
            row.add(figures.value(quarter, Part.P90));
        }
        row.add(figures.quarterly(quarter, Part.DENOMINATOR, quarter.tally().denominator()));
        row.add(figures.quarterly(quarter, Part.MISSING, quarter.tally().missing()));
        row.add(figures.quarterly(quarter, Part.EXCLUDED, quarter.tally().excluded()));
        return row;
    }

    private void distribution(IndicatorValue value) {
        String label = snapshot.label(texts.locale(), "indicator." + value.id());
        String list = codeList(value.id());
        List<Charts.Bar> bars = value.tally().byCode().entrySet().stream()
                .sorted(Comparator.comparing((java.util.Map.Entry<String, Long> e) ->
                                e.getKey().equals(UNKNOWN))
                        .thenComparing(java.util.Map.Entry.<String, Long>comparingByValue()
                                .reversed()))
                .map(e -> new Charts.Bar(snapshot.codeLabel(texts.locale(), list, e.getKey()), e.getValue()))
                .toList();
        if (bars.isEmpty()) {
            return;
        }
        EChart chart = new EChart(texts.get("quality.chart", label), charts.distribution(label, bars));
        chart.addClassName("ob-chart");
        chart.setHeight(4 + 2.6 * bars.size() + "rem");
        long n = value.tally().denominator();
        List<List<String>> rows = bars.stream()
                .map(b -> List.of(b.label(), figures.number(b.cases()), figures.share(b.cases(), n)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (value.withholds(Part.CODES)) {
            String withheld = texts.get("quality.few.withheld");
            rows.add(List.of(texts.get("quality.few.others"), withheld, withheld));
        }
        List<String> head = Stream.of("quality.col.category", "quality.col.cases", "quality.col.share")
                .map(texts::get)
                .toList();
        add(chart, new NumberTable(texts.get("quality.table.distribution", label), head, rows));
    }

    private String codeList(String indicator) {
        return snapshot.indicators().stream()
                .filter(i -> i.id().equals(indicator))
                .findFirst()
                .flatMap(i -> i.field())
                .flatMap((FieldId f) -> snapshot.field(f))
                .flatMap(f -> f.codeList())
                .orElse("");
    }

    private Component made(IndicatorValue value) {
        String at = texts.moment(value.computedAt(), zone);
        Paragraph made = new Paragraph(texts.get("quality.made", at, value.version()));
        made.addClassNames("ob-muted", "ob-small");
        value.info()
                .filter(i -> !i.source().isEmpty())
                .ifPresent(i -> made.setText(made.getText() + " " + texts.get("quality.source", i.source())));
        return made;
    }
}
