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
import org.openbarnahus.core.service.query.ErasedCase;
import org.openbarnahus.core.service.query.ErasureRequest;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Ask;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.EmptyState;
import org.openbarnahus.ui.kit.widget.Notices;

/** What waits to be erased, with the buttons for it, and the certificates of what was. */
final class ErasureList extends Div {
    private final transient ViewContext context;
    private final transient ErasureDesk desk;

    ErasureList(ViewContext context, ErasureDesk desk) {
        this.context = context;
        this.desk = desk;
        setId("erasures");
    }

    void refresh() {
        removeAll();
        Texts texts = context.texts();
        List<ErasureRequest> waiting =
                Attempt.read(() -> desk.service().waiting(context.session())) instanceof Done<List<ErasureRequest>> done
                        ? done.value()
                        : List.of();
        List<ErasedCase> erased =
                Attempt.read(() -> desk.service().erased(context.session())) instanceof Done<List<ErasedCase>> done
                        ? done.value()
                        : List.of();
        if (!waiting.isEmpty()) {
            Card card = new Card(texts.get("admin.erasures.waiting"));
            waiting.forEach(request -> card.add(entry(request, texts)));
            add(card);
        }
        if (!erased.isEmpty()) {
            Card card = new Card(texts.get("admin.erasures.done"));
            erased.forEach(each -> card.add(certificate(each, texts)));
            add(card);
        }
        if (waiting.isEmpty() && erased.isEmpty()) {
            add(new EmptyState("vaadin:eraser", texts.get("admin.erasures.none"), ""));
        }
    }

    private Div entry(ErasureRequest request, Texts texts) {
        Div entry = new Div();
        entry.addClassName("ob-request");
        entry.setId("erasure-" + request.number().value());
        Paragraph asked = new Paragraph(texts.get(
                "admin.request.by",
                request.askedBy(),
                ErasureDesk.moment(context, request.asked()),
                ErasureDesk.moment(context, request.until())));
        asked.addClassName("ob-muted");
        Div buttons = new Div();
        buttons.addClassName("ob-account-actions");
        if (request.mine()) {
            buttons.add(button("admin.request.withdraw", request, () -> withdraw(request)));
        } else {
            Button confirm = button("admin.erasure.confirm", request, () -> confirm(request));
            confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
            buttons.add(confirm, button("admin.request.decline", request, () -> withdraw(request)));
        }
        entry.getElement()
                .appendChild(new Element("strong")
                        .setText(request.number().value() + ": " + ErasureDesk.reason(request.reason(), texts)));
        entry.add(asked, buttons);
        return entry;
    }

    private Button button(String key, ErasureRequest request, Runnable task) {
        Button button = RowButton.of(context.texts(), key, request.number().value(), task);
        button.setId("erasure-" + key.substring(key.lastIndexOf('.') + 1) + "-"
                + request.number().value());
        return button;
    }

    /** Open, it can be printed with the page. */
    private Details certificate(ErasedCase erased, Texts texts) {
        Paragraph text = new Paragraph(erased.certificate());
        Paragraph signature = new Paragraph(texts.get("admin.erasure.signature", erased.signature()));
        text.addClassNames("ob-small");
        signature.addClassNames("ob-small", "ob-muted");
        text.getStyle().set("overflow-wrap", "anywhere");
        signature.getStyle().set("overflow-wrap", "anywhere");
        Details details = new Details(
                texts.get(
                        "admin.erasure.certificate", erased.number().value(), ErasureDesk.moment(context, erased.at())),
                text,
                signature);
        details.setId("erased-" + erased.number().value());
        return details;
    }

    private void confirm(ErasureRequest request) {
        Texts texts = context.texts();
        Ask.first(
                texts,
                texts.get("admin.erasure.confirm"),
                texts.get("admin.erasure.confirm.help", request.number().value()),
                texts.get("admin.erasure.confirm.yes"),
                () -> desk.run(context, () -> desk.service().confirm(context.session(), request.id()), done -> {
                    Notices.done(
                            texts.get("admin.erasure.gone", request.number().value()));
                    desk.changed(context.session());
                }));
    }

    private void withdraw(ErasureRequest request) {
        desk.run(context, () -> desk.service().withdraw(context.session(), request.id()), done -> {
            Notices.done(
                    context.texts().get("admin.request.gone", request.number().value()));
            desk.changed(context.session());
        });
    }
}
