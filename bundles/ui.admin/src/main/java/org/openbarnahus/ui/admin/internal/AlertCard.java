// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.query.AlertInfo;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Badge;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.Tone;

/** One alert: what, who, when, how often, and the note that closes it. */
final class AlertCard extends Div {
    private static final int LONGEST = 500;

    private final transient ViewContext context;
    private final Card card = new Card("");
    private final Paragraph about = new Paragraph();
    private final Paragraph why = new Paragraph();
    private final Paragraph closed = new Paragraph();
    private final TextArea note = new TextArea();
    private final Button close = new Button();
    private final Button trail = new Button();
    private final Div foot = new Div();
    private transient @Nullable AlertInfo shown;

    AlertCard(ViewContext context, BiConsumer<AlertInfo, AlertCard> acknowledge) {
        this.context = context;
        note.setMaxLength(LONGEST);
        note.setWidthFull();
        note.setManualValidation(true);
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        close.addClickListener(e -> {
            AlertInfo alert = shown;
            if (alert != null) {
                note.setInvalid(false);
                acknowledge.accept(alert, this);
            }
        });
        trail.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        trail.addClickListener(e -> {
            AlertInfo alert = shown;
            if (alert != null) {
                context.navigate("audit", Map.of("person", alert.username()));
            }
        });
        why.addClassNames("ob-muted", "ob-small");
        foot.addClassName("ob-alert-foot");
        foot.add(close, trail);
        card.add(about, why, closed, note, foot);
        add(card);
        addClassName("ob-alert");
    }

    void show(AlertInfo alert) {
        Texts texts = context.texts();
        shown = alert;
        boolean open = alert.acknowledged().isEmpty();
        boolean own = alert.username().equals(context.session().actor().username());
        card.setTitle(texts.get("admin.alert." + alert.rule()));
        card.tools(
                open
                        ? PluginCard.badge(Tone.BAD, VaadinIcon.BELL, texts.count("admin.alert.count", alert.count()))
                        : new Badge(Tone.NEUTRAL, texts.count("admin.alert.count", alert.count())));
        String who = alert.username().isEmpty() ? texts.get("admin.alert.nobody") : alert.username();
        about.setText(texts.get("admin.alert.about", who, moment(alert.first()), moment(alert.last())));
        why.setText(texts.get("admin.alert." + alert.rule() + ".help"));
        closed.setVisible(!open);
        alert.acknowledged()
                .ifPresent(
                        a -> closed.setText(texts.get("admin.alert.closed", a.username(), moment(a.at()), a.note())));
        note.setLabel(texts.get("admin.alert.note"));
        note.setHelperText(texts.get(own ? "admin.alert.own" : "admin.alert.note.help"));
        note.setVisible(open);
        note.setEnabled(!own);
        close.setText(texts.get("admin.alert.close"));
        close.setVisible(open);
        close.setEnabled(!own);
        trail.setText(texts.get("admin.alert.trail"));
        trail.setVisible(
                context.session().actor().is(Role.DPO) && !alert.username().isEmpty());
    }

    private String moment(java.time.Instant at) {
        return context.texts().moment(at, context.zone());
    }

    String note() {
        return note.getValue();
    }

    void refused(List<Problem> problems) {
        Texts texts = context.texts();
        note.setErrorMessage(problems.stream()
                .map(p -> ErrorTexts.message(p, texts.locale()))
                .distinct()
                .collect(Collectors.joining(" ")));
        note.setInvalid(true);
    }
}
