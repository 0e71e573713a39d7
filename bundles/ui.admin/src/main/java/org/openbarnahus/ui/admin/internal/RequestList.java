// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.List;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.service.query.AccountRequest;
import org.openbarnahus.core.service.query.Confirmed;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.Notices;

/** What waits for a second person: what, who asked, until when, who can confirm, and the buttons for it. */
final class RequestList extends Div {
    private final transient ViewContext context;
    private final transient Seconds seconds;

    RequestList(ViewContext context, Seconds seconds) {
        this.context = context;
        this.seconds = seconds;
        setId("requests");
    }

    /** How many there are. */
    int refresh() {
        removeAll();
        List<AccountRequest> waiting = Attempt.read(() -> seconds.service().waiting(context.session()))
                        instanceof Done<List<AccountRequest>> done
                ? done.value()
                : List.of();
        if (!waiting.isEmpty()) {
            Texts texts = context.texts();
            Card card = new Card(texts.get("admin.requests.waiting"));
            waiting.forEach(request -> card.add(entry(request, texts)));
            add(card);
        }
        return waiting.size();
    }

    private Div entry(AccountRequest request, Texts texts) {
        Div entry = new Div();
        entry.addClassName("ob-request");
        entry.setId("request-" + request.act().username());
        Paragraph asked = new Paragraph(
                texts.get("admin.request.by", request.askedBy(), moment(request.asked()), moment(request.until())));
        asked.addClassName("ob-muted");
        Div buttons = new Div();
        buttons.addClassName("ob-account-actions");
        if (request.mayConfirm()) {
            Button confirm = button("admin.request.confirm", request, () -> confirm(request));
            confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            buttons.add(confirm, button("admin.request.decline", request, () -> withdraw(request)));
        } else if (request.mine()) {
            buttons.add(button("admin.request.withdraw", request, () -> withdraw(request)));
        }
        entry.getElement().appendChild(new Element("strong").setText(Seconds.what(request.act(), texts)));
        entry.add(asked, new Paragraph(Seconds.who(request, texts)), buttons);
        return entry;
    }

    private Button button(String key, AccountRequest request, Runnable task) {
        Texts texts = context.texts();
        Button button = RowButton.of(texts, key, Seconds.what(request.act(), texts), task);
        button.setId(
                key.substring(key.lastIndexOf('.') + 1) + "-" + request.act().username());
        return button;
    }

    private String moment(Instant at) {
        return context.texts().moment(at, context.zone());
    }

    private void confirm(AccountRequest request) {
        seconds.run(
                context, () -> seconds.service().confirm(context.session(), request.id()), done -> show(done.value()));
    }

    private void show(Confirmed confirmed) {
        Texts texts = context.texts();
        confirmed
                .invitation()
                .ifPresentOrElse(
                        invitation -> {
                            Dialog dialog =
                                    AccountActions.dialog(texts.get("admin.account.code-for", invitation.username()));
                            dialog.add(InvitationText.of(context, invitation));
                            dialog.getFooter().add(new Button(texts.get("admin.account.noted"), e -> dialog.close()));
                            dialog.open();
                        },
                        () -> Notices.done(
                                texts.get("admin.account.done", confirmed.act().username())));
        seconds.changed(context.session());
    }

    private void withdraw(AccountRequest request) {
        seconds.run(context, () -> seconds.service().withdraw(context.session(), request.id()), done -> {
            Texts texts = context.texts();
            Notices.done(texts.get("admin.request.gone", Seconds.what(request.act(), texts)));
            seconds.changed(context.session());
        });
    }
}
