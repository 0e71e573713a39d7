// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.quality.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbarnahus.core.model.indicator.IndicatorKind;
import org.openbarnahus.core.model.indicator.IndicatorValue;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.model.outcome.Outcome.Refused;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.service.QualityService;
import org.openbarnahus.core.service.SchemaService;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.query.IndicatorDescription;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.LiveView;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.EmptyState;
import org.openbarnahus.ui.kit.widget.PageHeader;
import org.openbarnahus.ui.kit.widget.ProblemSummary;
import org.openbarnahus.ui.kit.widget.ReadingOn;

/** One indicator at a time, for a period and a filter; the address says which. */
@StyleSheet("context://quality-ui/quality.css")
@JavaScript("context://quality-ui/functions.js")
final class IndicatorsView extends Div implements BeforeEnterObserver, LiveView {
    private final transient ViewContext context;
    private final transient QualityService quality;
    private final transient SchemaService schemas;
    private final boolean results;
    private transient Map<String, List<String>> query = Map.of();

    /**
     * @param results whether to offer the way to the questionnaire results
     */
    IndicatorsView(ViewContext context, QualityService quality, SchemaService schemas, boolean results) {
        this.context = context;
        this.quality = quality;
        this.schemas = schemas;
        this.results = results;
        addClassName("ob-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = event.getLocation().getQueryParameters().getParameters();
        draw();
    }

    @Override
    public void refresh() {
        draw();
    }

    private void draw() {
        removeAll();
        Texts texts = context.texts();
        PageHeader header = new PageHeader(texts.get("quality.title"));
        if (results) {
            Anchor link = new Anchor(ResultsPage.PATH, texts.get("quality.to-results"));
            link.getElement().setAttribute("router-link", true);
            header.actions(link);
        }
        add(header);
        Optional<SchemaSnapshot> snapshot = schemas.current(context.session());
        if (snapshot.isEmpty()) {
            add(new EmptyState("vaadin:plug", texts.get("quality.no-country"), texts.get("quality.no-country.help")));
            return;
        }
        List<IndicatorDescription> all = quality.indicators(context.session());
        if (all.isEmpty()) {
            add(new EmptyState("vaadin:chart-line", texts.get("quality.empty"), texts.get("quality.empty.help")));
            return;
        }
        add(body(snapshot.get(), all, texts));
    }

    private Component body(SchemaSnapshot snapshot, List<IndicatorDescription> all, Texts texts) {
        Selection asked = Selection.parse(query, context.today());
        IndicatorDescription chosen = all.stream()
                .filter(i -> asked.indicator().filter(i.id()::equals).isPresent())
                .findFirst()
                .orElse(asked.indicator().isPresent() ? null : all.getFirst());
        Selection selection = chosen == null ? asked : asked.withIndicator(chosen.id());
        IndicatorList list = new IndicatorList(snapshot, texts, all, selection, id -> go(selection.withIndicator(id)));
        Component main = chosen == null
                ? new EmptyState("vaadin:chart-line", texts.get("quality.gone"), texts.get("quality.gone.help"))
                : figures(snapshot, chosen, selection, texts);
        Div body = new Div(list, main);
        body.addClassName("ob-quality");
        return body;
    }

    private Component figures(SchemaSnapshot snapshot, IndicatorDescription chosen, Selection selection, Texts texts) {
        Card card = new Card(snapshot.label(texts.locale(), "indicator." + chosen.id()));
        Paragraph words = new Paragraph(snapshot.words()
                .find(texts.locale(), "indicator." + chosen.id() + ".query")
                .orElse(""));
        words.addClassName("ob-query");
        card.add(words, new SelectionBar(snapshot, texts, context.today(), selection, this::go));
        Outcome<IndicatorValue> value = Attempt.read(() -> quality.value(
                context.session(),
                chosen.id(),
                selection.period().from(),
                selection.period().end(),
                selection.codes()));
        switch (value) {
            case Done<IndicatorValue> done -> {
                ResultPanel panel = new ResultPanel(snapshot, texts, context.zone());
                panel.show(done.value(), quarters(chosen, selection));
                card.add(panel);
                lag().ifPresent(s -> card.add(new Paragraph(texts.get("quality.lag", s))));
            }
            case Refused<IndicatorValue> refused ->
                card.add(
                        ReadingOn.asked(refused.problems())
                                ? ReadingOn.page(texts, selection.address())
                                : problems(refused.problems(), texts));
        }
        return card;
    }

    private List<IndicatorValue> quarters(IndicatorDescription chosen, Selection selection) {
        if (chosen.kind() == IndicatorKind.DISTRIBUTION) {
            return List.of();
        }
        Outcome<List<IndicatorValue>> quarters = Attempt.read(() -> quality.quarters(
                context.session(),
                chosen.id(),
                selection.period().from(),
                selection.period().end(),
                selection.codes()));
        return quarters instanceof Done<List<IndicatorValue>> done ? done.value() : List.of();
    }

    private Optional<Long> lag() {
        try {
            return quality.lagSeconds(context.session());
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    private static Component problems(List<Problem> problems, Texts texts) {
        ProblemSummary summary = new ProblemSummary();
        summary.show(
                texts.get("quality.failed"),
                problems.stream()
                        .map(p -> ErrorTexts.message(p, texts.locale()))
                        .distinct()
                        .toList());
        return summary;
    }

    private void go(Selection selection) {
        context.navigate(IndicatorsPage.PATH, selection.query());
    }
}
