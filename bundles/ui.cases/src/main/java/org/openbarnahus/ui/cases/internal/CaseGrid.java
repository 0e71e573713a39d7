// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.service.query.CaseRow;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.ReadingOn;

/** Cases as a table, on a narrow screen as cards. */
final class CaseGrid extends Div {
    private static final int NARROW = 700;

    private final transient ViewContext context;
    private final Grid<CaseRow> grid = new Grid<>();
    private @Nullable SchemaSnapshot schema;
    private boolean narrow;

    CaseGrid(ViewContext context, CaseRows rows) {
        this.context = context;
        grid.setPageSize(CaseRows.PAGE);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(
                GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addClassName("ob-case-grid");
        grid.setItems(rows.provider());
        grid.addItemClickListener(e -> context.navigate(path(e.getItem())));
        addClassName("ob-case-list");
        add(grid);
    }

    private static String path(CaseRow row) {
        return "cases/" + row.id();
    }

    void draw(SchemaSnapshot drawn) {
        schema = drawn;
        Texts texts = context.texts();
        grid.removeAllColumns();
        if (narrow) {
            grid.addComponentColumn(row -> card(row, drawn)).setHeader(texts.get("cases.title"));
        } else {
            table(texts, drawn);
        }
        grid.getElement().setAttribute("aria-label", texts.get("cases.title"));
    }

    private void table(Texts texts, SchemaSnapshot drawn) {
        Locale locale = texts.locale();
        grid.addComponentColumn(CaseGrid::link)
                .setHeader(texts.get("cases.number"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(row -> new StateBadge(texts, row.state()))
                .setHeader(texts.get("cases.state"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addComponentColumn(row -> due(row, texts))
                .setHeader(texts.get("cases.next"))
                .setWidth("11.5rem")
                .setFlexGrow(1);
        grid.addColumn(row -> texts.date(row.caseDate()))
                .setHeader(drawn.label(locale, "field.case_date"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> age(row))
                .setHeader(drawn.label(locale, "field.age"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> suspicion(row, drawn))
                .setHeader(drawn.label(locale, "field.suspicion"))
                .setWidth("9rem")
                .setFlexGrow(2);
        grid.addColumn(row -> municipality(row, drawn))
                .setHeader(drawn.label(locale, "field.municipality"))
                .setWidth("8rem")
                .setFlexGrow(1);
    }

    private Component card(CaseRow row, SchemaSnapshot drawn) {
        Texts texts = context.texts();
        Div head = new Div(link(row), new StateBadge(texts, row.state()));
        head.addClassName("ob-case-card-head");
        Span about =
                new Span(texts.date(row.caseDate()) + " · " + suspicion(row, drawn) + " · " + municipality(row, drawn));
        about.addClassNames("ob-muted", "ob-small");
        Div card = new Div(head, due(row, texts), about);
        card.addClassName("ob-case-card");
        return card;
    }

    private static Anchor link(CaseRow row) {
        return new Anchor(path(row), row.number().value());
    }

    private static String age(CaseRow row) {
        return row.age().isPresent() ? String.valueOf(row.age().getAsInt()) : "";
    }

    private Component due(CaseRow row, Texts texts) {
        Div both = new Div();
        both.addClassName("ob-due");
        row.nextDue().ifPresent(next -> {
            both.add(new DueWords(texts, context.today()).open(next.due()));
            SchemaSnapshot words = schema;
            if (words != null) {
                String name = words.label(texts.locale(), "rule." + next.ruleId());
                Span rule = new Span(name);
                rule.setTitle(name);
                rule.addClassNames("ob-muted", "ob-small");
                both.add(rule);
            }
        });
        return both;
    }

    private String suspicion(CaseRow row, SchemaSnapshot drawn) {
        return row.suspicion().stream()
                .map(c -> label(drawn, CoreField.SUSPICION, c))
                .collect(Collectors.joining(", "));
    }

    private String municipality(CaseRow row, SchemaSnapshot drawn) {
        return row.municipality()
                .map(c -> label(drawn, CoreField.MUNICIPALITY, c))
                .orElse("");
    }

    private String label(SchemaSnapshot drawn, FieldId field, String code) {
        return drawn.codeLabel(
                context.locale(), drawn.field(field).flatMap(f -> f.codeList()).orElse(""), code);
    }

    /** Asks for the rows again; says in words when there are none. */
    void reload(CaseFilter filter) {
        grid.getDataProvider().refreshAll();
        grid.setEmptyStateText(context.texts().get(filter.narrowed() ? "cases.none-found" : "cases.none"));
    }

    /** Says that the list could not be had, and offers to ask again. */
    void failed(Runnable again) {
        Texts texts = context.texts();
        Button retry = new Button(texts.get("cases.again"), e -> again.run());
        retry.setId("cases-again");
        Div words = new Div(new Span(texts.get("cases.failed")), retry);
        words.addClassName("ob-failed");
        grid.setEmptyStateComponent(words);
    }

    /** Says that so many rows were read that the reader confirms first. */
    void readOn() {
        Texts texts = context.texts();
        Div words = new Div(new Span(texts.get("kit.reading-on.help")), ReadingOn.way(texts, "/cases"));
        words.addClassName("ob-failed");
        grid.setEmptyStateComponent(words);
    }

    /** Chooses table or cards for a window so many pixels wide. */
    void fit(int width) {
        boolean now = width > 0 && width < NARROW;
        if (now != narrow) {
            narrow = now;
            if (schema != null) {
                draw(schema);
            }
        }
    }
}
