// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import org.openbarnahus.core.model.rule.Citation;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.OutsideLink;

/** What national law says about the case today: each rule by name, with the days left and, opened, where it is written. */
final class DeadlinePanel extends Div {
    private final Card card = new Card("");
    private final Div list = new Div();

    DeadlinePanel() {
        list.addClassName("ob-deadlines");
        card.add(list);
        card.setId("deadlines");
        add(card);
    }

    void show(List<Verdict> verdicts, SchemaSnapshot schema, Texts texts, LocalDate today) {
        card.setTitle(texts.get("due.title"));
        list.removeAll();
        if (verdicts.isEmpty()) {
            Paragraph none = new Paragraph(texts.get("due.none"));
            none.addClassName("ob-muted");
            list.add(none);
        }
        DueWords words = new DueWords(texts, today);
        verdicts.forEach(v -> list.add(line(v, schema, texts, words)));
    }

    private static Details line(Verdict verdict, SchemaSnapshot schema, Texts texts, DueWords words) {
        Span name = new Span(schema.label(texts.locale(), verdict.labelKey()));
        name.addClassName("ob-deadline-name");
        Div summary = new Div(name, words.of(verdict));
        summary.addClassName("ob-deadline-head");
        Div more = new Div();
        more.addClassName("ob-deadline-more");
        schema.words()
                .find(texts.locale(), verdict.labelKey() + ".help")
                .ifPresent(help -> more.add(new Paragraph(help)));
        verdict.from().ifPresent(d -> more.add(new Paragraph(texts.get("due.from", texts.date(d)))));
        verdict.due().ifPresent(d -> more.add(new Paragraph(texts.get("due.by", texts.date(d)))));
        verdict.metOn().ifPresent(d -> more.add(new Paragraph(texts.get("due.met-on", texts.date(d)))));
        if (verdict.extended()) {
            more.add(new Paragraph(texts.get("due.extended")));
        }
        more.add(citation(verdict.citation(), texts));
        Details details = new Details(summary, more);
        details.addClassName("ob-deadline");
        details.getElement().setAttribute("data-rule", verdict.ruleId());
        details.getElement().setAttribute("data-state", verdict.state().name());
        details.getElement().setAttribute("title", verdict.citation().text());
        return details;
    }

    private static Paragraph citation(Citation citation, Texts texts) {
        Paragraph line = new Paragraph(texts.get("due.law") + " ");
        citation.url()
                .filter(url -> url.startsWith("https://"))
                .ifPresentOrElse(
                        url -> line.add(new OutsideLink(url, citation.text(), texts)),
                        () -> line.add(new Span(citation.text())));
        if (!citation.verified()) {
            line.add(new Span(" " + texts.get("due.unverified")));
        }
        return line;
    }
}
