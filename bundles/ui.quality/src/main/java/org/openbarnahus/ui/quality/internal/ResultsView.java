// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.quality.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.model.outcome.Outcome.Refused;
import org.openbarnahus.core.model.questionnaire.QuestionnaireDefinition;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.service.QuestionnaireService;
import org.openbarnahus.core.service.SchemaService;
import org.openbarnahus.core.service.query.QuestionnaireResults;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.LiveView;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.EmptyState;
import org.openbarnahus.ui.kit.widget.PageHeader;
import org.openbarnahus.ui.kit.widget.ProblemSummary;

/** What those who answered a questionnaire think, item by item; nothing below the threshold. */
@StyleSheet("context://quality-ui/quality.css")
final class ResultsView extends Div implements BeforeEnterObserver, LiveView {
    private static final String QUESTIONNAIRE = "questionnaire";

    private final transient ViewContext context;
    private final transient QuestionnaireService questionnaires;
    private final transient SchemaService schemas;
    private String asked = "";

    ResultsView(ViewContext context, QuestionnaireService questionnaires, SchemaService schemas) {
        this.context = context;
        this.questionnaires = questionnaires;
        this.schemas = schemas;
        addClassName("ob-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asked = event.getLocation().getQueryParameters().getParameters().getOrDefault(QUESTIONNAIRE, List.of()).stream()
                .findFirst()
                .orElse("");
        draw();
    }

    @Override
    public void refresh() {
        draw();
    }

    private void draw() {
        removeAll();
        Texts texts = context.texts();
        Anchor back = new Anchor(IndicatorsPage.PATH, texts.get("quality.to-indicators"));
        back.getElement().setAttribute("router-link", true);
        add(new PageHeader(texts.get("quality.results"), back));
        SchemaSnapshot snapshot = schemas.current(context.session()).orElse(null);
        if (snapshot == null || snapshot.questionnaires().isEmpty()) {
            add(new EmptyState(
                    "vaadin:comments-o", texts.get("quality.results.none"), texts.get("quality.results.none.help")));
            return;
        }
        List<QuestionnaireDefinition> all = snapshot.questionnaires();
        QuestionnaireDefinition chosen =
                all.stream().filter(q -> q.id().equals(asked)).findFirst().orElse(all.getFirst());
        Card card = new Card(snapshot.label(texts.locale(), chosen.labelKey()));
        if (all.size() > 1) {
            card.add(choice(all, chosen, snapshot, texts));
        }
        add(card);
        Attempt.show(
                () -> questionnaires.results(context.session(), chosen.id()),
                (Done<QuestionnaireResults> done) -> card.add(results(snapshot, chosen, done.value(), texts)),
                problems -> card.add(problem(new Refused<>(problems), texts)));
    }

    private Component choice(
            List<QuestionnaireDefinition> all, QuestionnaireDefinition chosen, SchemaSnapshot snapshot, Texts texts) {
        Select<QuestionnaireDefinition> box = new Select<>();
        box.setLabel(texts.get("quality.questionnaire"));
        box.setItems(all);
        box.setItemLabelGenerator(q -> snapshot.label(texts.locale(), q.labelKey()));
        box.setValue(chosen);
        box.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                context.navigate(
                        ResultsPage.PATH, Map.of(QUESTIONNAIRE, e.getValue().id()));
            }
        });
        return box;
    }

    private static Component problem(Refused<QuestionnaireResults> refused, Texts texts) {
        ProblemSummary summary = new ProblemSummary();
        summary.show(
                texts.get("quality.failed"),
                refused.problems().stream()
                        .map(p -> ErrorTexts.message(p, texts.locale()))
                        .toList());
        return summary;
    }

    /** Below the threshold not even the exact number is told: it would say who has answered today. */
    private static Component results(
            SchemaSnapshot snapshot, QuestionnaireDefinition chosen, QuestionnaireResults results, Texts texts) {
        if (results.responses() < results.threshold()) {
            return new EmptyState(
                    "vaadin:lock",
                    texts.get("quality.withheld", results.threshold()),
                    texts.get("quality.withheld.help", results.threshold()));
        }
        Figures figures = new Figures(texts);
        List<List<String>> rows = results.items().stream()
                .map(item -> List.of(
                        snapshot.label(texts.locale(), "item." + item.itemId()),
                        item.mean().isPresent() ? figures.number(item.mean().getAsDouble()) : "–",
                        figures.number(item.scored())))
                .toList();
        List<String> head = Stream.of("quality.col.item", "quality.col.mean", "quality.col.scored")
                .map(texts::get)
                .toList();
        String label = snapshot.label(texts.locale(), chosen.labelKey());
        Paragraph count = new Paragraph(texts.count("quality.responses", results.responses()));
        Paragraph help = new Paragraph(texts.get("quality.results.help"));
        help.addClassNames("ob-muted", "ob-small");
        return new Div(count, new NumberTable(texts.get("quality.table.items", label), head, rows), help);
    }
}
