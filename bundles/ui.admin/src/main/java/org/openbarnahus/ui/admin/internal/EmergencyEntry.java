// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.List;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.EmergencyAccessService;
import org.openbarnahus.core.service.command.ReviewEmergency;
import org.openbarnahus.core.service.query.EmergencyInfo;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Badge;
import org.openbarnahus.ui.kit.widget.Notices;
import org.openbarnahus.ui.kit.widget.Tone;

/** One emergency access: who, which case, when, why, what came of it, and the buttons for it. */
final class EmergencyEntry extends Div {
    private final transient ViewContext context;
    private final transient Emergencies emergencies;
    private final transient EmergencyInfo access;

    EmergencyEntry(ViewContext context, Emergencies emergencies, EmergencyInfo access) {
        this.context = context;
        this.emergencies = emergencies;
        this.access = access;
        Texts texts = context.texts();
        addClassName("ob-request");
        getElement().setAttribute("data-case", access.number().value());
        add(head(texts));
        line(texts.get(
                access.time().running() ? "admin.emergency.running" : "admin.emergency.over",
                moment(access.time().since()),
                moment(access.time().until())));
        access.time().endedBy().ifPresent(name -> line(texts.get("admin.emergency.ended", name)));
        line(texts.get("admin.emergency.reason." + access.reason().code()) + " \u00b7 " + access.text());
        access.review()
                .verdict()
                .ifPresent(found -> line(
                        texts.get("admin.emergency.reviewed", found.username(), moment(found.at()), found.note())));
        add(buttons(texts));
    }

    private Div head(Texts texts) {
        Div head = new Div(badge(texts));
        head.getElement()
                .insertChild(
                        0,
                        new Element("strong")
                                .setText(texts.get(
                                        "admin.emergency.who",
                                        access.person().username(),
                                        access.number().value())));
        head.addClassName("ob-emergency-head");
        return head;
    }

    private void line(String text) {
        add(new Paragraph(text));
    }

    private Badge badge(Texts texts) {
        EmergencyInfo.Review review = access.review();
        if (review.verdict().isPresent()) {
            boolean fine = review.verdict().get().justified();
            return new Badge(
                    fine ? Tone.GOOD : Tone.BAD,
                    texts.get(fine ? "admin.emergency.justified" : "admin.emergency.unjustified"));
        }
        return new Badge(
                review.overdue() ? Tone.BAD : Tone.SOON,
                texts.get(review.overdue() ? "admin.emergency.overdue" : "admin.emergency.due", moment(review.due())));
    }

    private Div buttons(Texts texts) {
        Div buttons = new Div();
        buttons.addClassName("ob-account-actions");
        if (access.review().mayReview()) {
            Button review = button("admin.emergency.review", texts, this::review);
            review.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            buttons.add(review);
        }
        if (access.mayEnd()) {
            buttons.add(button("admin.emergency.end", texts, this::end));
        }
        return buttons;
    }

    private Button button(String key, Texts texts, Runnable task) {
        Button button = RowButton.of(texts, key, access.number().value(), task);
        button.addClassName(key.replace("admin.", "ob-").replace('.', '-'));
        return button;
    }

    private String moment(Instant at) {
        return context.texts().moment(at, context.zone());
    }

    private void end() {
        emergencies.run(
                context,
                () -> emergencies.service().end(context.session(), access.id(), access.version()),
                ended -> done("admin.emergency.ended.done"),
                problems -> {
                    Notices.refused(context.texts(), problems);
                    emergencies.changed(context.session());
                });
    }

    private void done(String key) {
        Notices.done(context.texts().get(key));
        emergencies.changed(context.session());
    }

    private void review() {
        Texts texts = context.texts();
        Dialog dialog = AccountActions.dialog(texts.get("admin.emergency.review"));
        TextArea note = new TextArea(texts.get("admin.emergency.note"));
        note.setId("emergency-note");
        note.setHelperText(texts.get("admin.emergency.note.help"));
        note.setMaxLength(EmergencyAccessService.LONGEST_NOTE);
        note.setManualValidation(true);
        note.setWidthFull();
        dialog.add(new Paragraph(texts.get("admin.emergency.review.help")), note);
        dialog.getFooter()
                .add(
                        new Button(texts.get("kit.cancel"), e -> dialog.close()),
                        verdict(texts, dialog, note, false),
                        verdict(texts, dialog, note, true));
        dialog.open();
    }

    private Button verdict(Texts texts, Dialog dialog, TextArea note, boolean justified) {
        String key = justified ? "admin.emergency.justified" : "admin.emergency.unjustified";
        Button button = new Button(texts.get(key), e -> {
            note.setInvalid(false);
            ReviewEmergency command = new ReviewEmergency(access.id(), justified, note.getValue());
            emergencies.run(
                    context,
                    () -> emergencies.service().review(context.session(), command),
                    reviewed -> {
                        dialog.close();
                        done("admin.emergency.reviewed.done");
                    },
                    problems -> refused(note, problems));
        });
        button.setId(justified ? "emergency-justified" : "emergency-unjustified");
        if (justified) {
            button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        return button;
    }

    private void refused(TextArea note, List<Problem> problems) {
        note.setErrorMessage(ErrorTexts.message(problems.getFirst(), context.locale()));
        note.setInvalid(true);
        note.focus();
    }
}
