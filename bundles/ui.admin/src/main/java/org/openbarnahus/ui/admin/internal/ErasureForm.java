// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.Optional;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.service.query.ErasureReason;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Ask;
import org.openbarnahus.ui.kit.widget.Notices;

/** Asks for a case to be erased. The number is typed, so that nobody erases what a click happened to be on. */
final class ErasureForm extends Div {
    private final transient ViewContext context;
    private final transient ErasureDesk desk;
    private final TextField number = new TextField();
    private final Select<ErasureReason> reason = new Select<>();
    private final Button ask = new Button("", e -> ask());

    ErasureForm(ViewContext context, ErasureDesk desk) {
        this.context = context;
        this.desk = desk;
        addClassName("ob-erasure-form");
        number.setId("erasure-number");
        number.setManualValidation(true);
        reason.setId("erasure-reason");
        reason.setManualValidation(true);
        reason.setItems(ErasureReason.values());
        ask.setId("erasure-ask");
        ask.addThemeVariants(ButtonVariant.LUMO_ERROR);
        add(number, reason, ask);
    }

    void refresh() {
        Texts texts = context.texts();
        number.setLabel(texts.get("admin.erasure.number"));
        reason.setLabel(texts.get("admin.erasure.reason"));
        reason.setItemLabelGenerator(each -> ErasureDesk.reason(each, texts));
        ask.setText(texts.get("admin.erasure.ask"));
    }

    private void ask() {
        Texts texts = context.texts();
        Optional<CaseNumber> typed = typed();
        Optional<ErasureReason> chosen = reason.getOptionalValue();
        number.setErrorMessage(texts.get("admin.erasure.number.wrong"));
        number.setInvalid(typed.isEmpty());
        reason.setErrorMessage(texts.get("admin.erasure.reason.missing"));
        reason.setInvalid(chosen.isEmpty());
        if (typed.isPresent() && chosen.isPresent()) {
            Ask.first(
                    texts,
                    texts.get("admin.erasure.ask"),
                    texts.get("admin.erasure.ask.help", typed.get().value()),
                    texts.get("admin.erasure.ask.yes"),
                    () -> send(typed.get(), chosen.get()));
        }
    }

    private void send(CaseNumber caseNumber, ErasureReason why) {
        desk.run(context, () -> desk.service().ask(context.session(), caseNumber, why), done -> {
            number.clear();
            reason.clear();
            Notices.done(context.texts().get("admin.erasure.asked", caseNumber.value()));
            desk.changed(context.session());
        });
    }

    private Optional<CaseNumber> typed() {
        try {
            return Optional.of(new CaseNumber(number.getValue().strip().toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
