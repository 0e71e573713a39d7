// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.LegalHoldService;
import org.openbarnahus.core.service.command.PlaceHold;
import org.openbarnahus.core.service.query.LegalHold;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.form.Dates;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Notices;

/** Asks which case is held, why, and when somebody looks at it again. */
final class HoldDialog {
    /** Half a year, which is proposed and can be changed. */
    private static final int MONTHS = 6;

    private final ViewContext context;
    private final Keeping keeping;
    private final Texts texts;
    private final TextField number = new TextField();
    private final TextArea reason = new TextArea();
    private final DatePicker day;

    HoldDialog(ViewContext context, Keeping keeping) {
        this.context = context;
        this.keeping = keeping;
        this.texts = context.texts();
        number.setId("hold-number");
        number.setLabel(texts.get("admin.erasure.number"));
        number.setManualValidation(true);
        number.setWidthFull();
        reason.setId("hold-reason");
        reason.setLabel(texts.get("admin.hold.reason"));
        reason.setHelperText(texts.get("admin.hold.reason.help"));
        reason.setMaxLength(LegalHoldService.LONGEST_REASON);
        reason.setManualValidation(true);
        reason.setWidthFull();
        day = Dates.picker(texts);
        day.setId("hold-review");
        day.setLabel(texts.get("admin.hold.review-on"));
        day.setHelperText(texts.get("admin.hold.review-on.help"));
        day.setValue(context.today().plusMonths(MONTHS));
    }

    /**
     * @param known number of the case, or empty text
     */
    void place(String known) {
        number.setValue(known);
        number.setReadOnly(!known.isEmpty());
        Dialog dialog = AccountActions.dialog(texts.get("admin.hold.place"));
        dialog.add(new Paragraph(texts.get("admin.hold.place.help")), number, reason, day);
        buttons(dialog, "admin.hold.place", this::placing, "admin.hold.placed.done");
    }

    void renew(LegalHold hold) {
        Dialog dialog = AccountActions.dialog(
                texts.get("admin.hold.renew") + ": " + hold.number().value());
        dialog.add(new Paragraph(hold.reason()), day);
        buttons(
                dialog,
                "admin.hold.renew",
                () -> reviewOn()
                        .map(on -> keeping.holds().renew(context.session(), hold.id(), on))
                        .orElseGet(HoldDialog::noDay),
                "admin.hold.renewed");
    }

    private Outcome<LegalHold> placing() {
        Optional<LocalDate> on = reviewOn();
        if (on.isEmpty()) {
            return noDay();
        }
        try {
            CaseNumber which = new CaseNumber(number.getValue().strip().toUpperCase(Locale.ROOT));
            return keeping.holds().place(context.session(), new PlaceHold(which, reason.getValue(), on.get()));
        } catch (IllegalArgumentException e) {
            return Outcome.refused(Problem.at(ErrorCode.NOT_FOUND, "case"));
        }
    }

    private Optional<LocalDate> reviewOn() {
        return Optional.ofNullable(day.getValue());
    }

    private static Outcome<LegalHold> noDay() {
        return Outcome.refused(Problem.at(ErrorCode.REQUIRED, "review_on"));
    }

    private void buttons(Dialog dialog, String key, Supplier<Outcome<LegalHold>> work, String said) {
        Button go = new Button(texts.get(key), e -> send(dialog, work, said));
        go.setId("hold-go");
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(texts.get("kit.cancel"), e -> dialog.close()), go);
        dialog.open();
    }

    private void send(Dialog dialog, Supplier<Outcome<LegalHold>> work, String said) {
        List.<HasValidation>of(number, reason, day).forEach(field -> field.setInvalid(false));
        Attempt.run(
                work,
                done -> {
                    dialog.close();
                    Notices.done(texts.get(said, done.value().number().value()));
                    keeping.desk().changed(context.session());
                },
                this::refused);
    }

    /** Beside its field; a day as people of the language write it. */
    private void refused(List<Problem> problems) {
        Map<String, HasValidation> fields = Map.of("reason", reason, "review_on", day, "case", number);
        for (Problem problem : problems) {
            HasValidation field = fields.get(problem.path());
            if (field == null) {
                Notices.failed(texts, ErrorTexts.message(problem, context.locale()));
            } else {
                field.setErrorMessage(words(problem));
                field.setInvalid(true);
            }
        }
    }

    private String words(Problem problem) {
        return switch (problem.code()) {
            case TOO_SMALL, TOO_LARGE -> texts.get("admin.hold.review-on.help");
            case NOT_FOUND -> texts.get("admin.hold.no-case");
            default -> ErrorTexts.message(problem, context.locale());
        };
    }
}
