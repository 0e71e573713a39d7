// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.service.query.LegalHold;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Ask;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Badge;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.Notices;
import org.openbarnahus.ui.kit.widget.Tone;

/** Legal holds with the buttons for them, for those who watch over them; the lifted ones folded away. */
final class HoldList extends Div {
    private final transient ViewContext context;
    private final transient Keeping keeping;

    HoldList(ViewContext context, Keeping keeping) {
        this.context = context;
        this.keeping = keeping;
        setId("holds");
    }

    void refresh() {
        removeAll();
        if (!Keeping.holds(context.session())) {
            return;
        }
        Texts texts = context.texts();
        List<LegalHold> holds =
                Attempt.read(() -> keeping.holds().holds(context.session())) instanceof Done<List<LegalHold>> done
                        ? done.value()
                        : List.of();
        Card card = new Card(texts.get("admin.holds"));
        Button place = new Button(texts.get("admin.hold.place"), e -> new HoldDialog(context, keeping).place(""));
        place.setId("hold-place");
        place.addThemeVariants(ButtonVariant.LUMO_SMALL);
        card.tools(place);
        List<LegalHold> on = holds.stream().filter(h -> h.lifted().isEmpty()).toList();
        if (on.isEmpty()) {
            card.add(new Paragraph(texts.get("admin.holds.none")));
        }
        on.forEach(hold -> card.add(entry(hold, texts)));
        List<LegalHold> past =
                holds.stream().filter(h -> h.lifted().isPresent()).toList();
        if (!past.isEmpty()) {
            Details lifted = new Details(texts.count("admin.holds.lifted", past.size()));
            past.forEach(hold -> lifted.add(entry(hold, texts)));
            card.add(lifted);
        }
        add(card);
    }

    private Div entry(LegalHold hold, Texts texts) {
        Div entry = new Div();
        entry.addClassName("ob-request");
        entry.getElement().setAttribute("data-hold", hold.number().value());
        Div head = new Div();
        head.addClassName("ob-emergency-head");
        head.getElement()
                .appendChild(new Element("strong").setText(hold.number().value()));
        Paragraph placed = new Paragraph(
                texts.get("admin.hold.placed", hold.placedBy(), texts.moment(hold.placed(), context.zone())));
        placed.addClassName("ob-muted");
        entry.add(head, new Paragraph(hold.reason()), placed);
        hold.lifted()
                .ifPresentOrElse(
                        by -> entry.add(new Paragraph(
                                texts.get("admin.hold.lifted.by", by.by(), texts.moment(by.at(), context.zone())))),
                        () -> {
                            head.add(new Badge(
                                    hold.due() ? Tone.BAD : Tone.NEUTRAL,
                                    texts.get(
                                            hold.due() ? "admin.hold.due" : "admin.hold.review",
                                            texts.date(hold.reviewOn()))));
                            entry.add(buttons(hold, texts));
                        });
        return entry;
    }

    private Div buttons(LegalHold hold, Texts texts) {
        String number = hold.number().value();
        Div buttons = new Div(
                RowButton.of(texts, "admin.hold.renew", number, () -> new HoldDialog(context, keeping).renew(hold)),
                RowButton.of(texts, "admin.hold.lift", number, () -> lift(hold, texts)));
        buttons.addClassName("ob-account-actions");
        return buttons;
    }

    private void lift(LegalHold hold, Texts texts) {
        String number = hold.number().value();
        Ask.first(
                texts,
                texts.get("admin.hold.lift"),
                texts.get("admin.hold.lift.help", number),
                texts.get("admin.hold.lift"),
                () -> keeping.desk().run(context, () -> keeping.holds().lift(context.session(), hold.id()), done -> {
                    Notices.done(texts.get("admin.hold.lifted", number));
                    keeping.desk().changed(context.session());
                }));
    }
}
