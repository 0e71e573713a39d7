// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.model.rule.RetentionRule;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.query.ErasureReason;
import org.openbarnahus.core.service.query.ErasureRequest;
import org.openbarnahus.core.service.query.RetentionProposal;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Ask;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Badge;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.Notices;
import org.openbarnahus.ui.kit.widget.OutsideLink;
import org.openbarnahus.ui.kit.widget.Tone;

/** Closed cases whose time is over, each with the rule that says so; a manager asks for erasure or puts a hold on it. */
final class ProposalList extends Div {
    private final transient ViewContext context;
    private final transient Keeping keeping;

    ProposalList(ViewContext context, Keeping keeping) {
        this.context = context;
        this.keeping = keeping;
        setId("proposals");
    }

    void refresh() {
        removeAll();
        Texts texts = context.texts();
        List<RetentionProposal> proposals =
                Attempt.read(() -> keeping.retention().proposals(context.session()))
                                instanceof Done<List<RetentionProposal>> done
                        ? done.value()
                        : List.of();
        Card card = new Card(texts.get("admin.retention"));
        Button look = new Button(texts.get("admin.retention.look"), e -> look());
        look.setId("retention-look");
        look.addThemeVariants(ButtonVariant.LUMO_SMALL);
        card.tools(look);
        if (proposals.isEmpty()) {
            card.add(new Paragraph(texts.get("admin.retention.none")));
        }
        Set<CaseId> asked = asked();
        proposals.forEach(each -> card.add(entry(each, asked.contains(each.caseId()), texts)));
        add(card);
    }

    private Set<CaseId> asked() {
        return Attempt.read(() -> keeping.desk().service().waiting(context.session()))
                        instanceof Done<List<ErasureRequest>> done
                ? done.value().stream().map(ErasureRequest::caseId).collect(Collectors.toSet())
                : Set.of();
    }

    private void look() {
        keeping.desk().run(context, () -> keeping.retention().look(context.session()), done -> {
            Notices.done(
                    context.texts().count("admin.retention.looked", done.value().size()));
            keeping.desk().changed(context.session());
        });
    }

    private Div entry(RetentionProposal proposal, boolean asked, Texts texts) {
        RetentionRule rule = proposal.rule();
        Div entry = new Div();
        entry.addClassName("ob-request");
        entry.setId("proposal-" + proposal.number().value());
        String label = keeping.schemas()
                .current(context.session())
                .map(schema -> schema.label(context.locale(), rule.labelKey()))
                .orElse(rule.id());
        Div head = new Div();
        head.addClassName("ob-emergency-head");
        head.getElement()
                .appendChild(new Element("strong").setText(proposal.number().value() + ": " + label));
        if (proposal.held()) {
            head.add(new Badge(Tone.NEUTRAL, texts.get("admin.hold.on")));
        }
        if (!rule.citation().verified()) {
            head.add(new Badge(Tone.SOON, texts.get("admin.retention.draft")));
        }
        Paragraph days = new Paragraph(
                texts.get("admin.retention.days", texts.date(proposal.closed()), texts.date(proposal.until())));
        days.addClassName("ob-muted");
        entry.add(head, days, citation(rule, texts), buttons(proposal, asked, texts));
        return entry;
    }

    private static Paragraph citation(RetentionRule rule, Texts texts) {
        return rule.citation()
                .url()
                .filter(url -> url.startsWith("https://"))
                .map(url -> new Paragraph(new OutsideLink(url, rule.citation().text(), texts)))
                .orElseGet(() -> new Paragraph(rule.citation().text()));
    }

    private Div buttons(RetentionProposal proposal, boolean asked, Texts texts) {
        Div buttons = new Div();
        buttons.addClassName("ob-account-actions");
        String number = proposal.number().value();
        boolean manager = context.session().actor().is(Role.MANAGER);
        if (manager && !proposal.held() && !asked) {
            Button ask = RowButton.of(texts, "admin.erasure.ask", number, () -> ask(proposal, texts));
            ask.addThemeVariants(ButtonVariant.LUMO_ERROR);
            buttons.add(ask);
        }
        if (!proposal.held() && Keeping.holds(context.session())) {
            buttons.add(RowButton.of(
                    texts, "admin.hold.place", number, () -> new HoldDialog(context, keeping).place(number)));
        }
        return buttons;
    }

    private void ask(RetentionProposal proposal, Texts texts) {
        String number = proposal.number().value();
        Ask.first(
                texts,
                texts.get("admin.erasure.ask"),
                texts.get("admin.erasure.ask.help", number),
                texts.get("admin.erasure.ask.yes"),
                () -> keeping.desk()
                        .run(
                                context,
                                () -> keeping.desk()
                                        .service()
                                        .ask(context.session(), proposal.number(), ErasureReason.RETENTION),
                                done -> {
                                    Notices.done(texts.get("admin.erasure.asked", number));
                                    keeping.desk().changed(context.session());
                                }));
    }
}
