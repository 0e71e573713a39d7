// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.AgreementService;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.query.Agreement;
import org.openbarnahus.core.service.text.AgreementText;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.LiveView;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.Notices;
import org.openbarnahus.ui.kit.widget.PageHeader;

/** The user agreement in force, in every language, to be worded anew. What is typed stays when plugins come and go. */
@StyleSheet("context://admin-ui/admin.css")
final class AgreementTextView extends Div implements LiveView {
    private static final String PROBLEM_AT = "texts/";

    private final transient ViewContext context;
    private final transient AgreementService agreements;
    private final transient SessionService sessions;
    private final PageHeader header = new PageHeader("");
    private final Paragraph help = new Paragraph();
    private final Card card = new Card("");
    private final Button publish = new Button();
    private final Map<String, TextArea> areas = new TreeMap<>();
    private int version;
    private transient @Nullable Locale drawn;

    AgreementTextView(ViewContext context, AgreementService agreements, SessionService sessions) {
        this.context = context;
        this.agreements = agreements;
        this.sessions = sessions;
        addClassName("ob-page");
        help.addClassNames("ob-muted", "ob-small");
        publish.setId("agreement-publish");
        publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        publish.addClickListener(e -> ask());
        new TreeSet<>(AgreementText.builtIn().keySet()).forEach(language -> areas.put(language, area(language)));
        Div form = new Div();
        form.addClassName("ob-form");
        areas.values().forEach(form::add);
        Div foot = new Div(publish);
        foot.addClassName("ob-form-foot");
        card.add(form, foot);
        add(header, help, card);
        read();
        refresh();
    }

    private static TextArea area(String language) {
        TextArea area = new TextArea();
        area.setId("agreement-" + language);
        area.getElement().setAttribute("lang", language);
        area.setWidthFull();
        area.setMinHeight("14rem");
        area.setMaxHeight("40rem");
        area.setManualValidation(true);
        Locale own = Locale.of(language);
        String name = own.getDisplayLanguage(own);
        area.setLabel(name.substring(0, 1).toUpperCase(own) + name.substring(1));
        return area;
    }

    /** A house without a text of its own has the built-in one in every language. */
    private void read() {
        areas.forEach((language, area) -> Attempt.show(
                () -> agreements.current(context.session(), Locale.of(language)),
                done -> {
                    Agreement text = done.value();
                    version = text.version();
                    area.setValue(text.language().equals(language) ? text.text() : "");
                },
                problems -> Notices.refused(context.texts(), problems)));
    }

    /** Only another language changes anything here. */
    @Override
    public void refresh() {
        Texts texts = context.texts();
        if (texts.locale().equals(drawn)) {
            return;
        }
        drawn = texts.locale();
        header.setTitle(texts.get("admin.agreement"));
        help.setText(texts.get("admin.agreement.help"));
        card.setTitle(texts.get("admin.agreement.version", version));
        publish.setText(texts.get("admin.agreement.publish", version + 1));
    }

    /** Everybody in the house is stopped at the next page: not done by a slip. */
    private void ask() {
        Texts texts = context.texts();
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(texts.get("admin.agreement.ask", version + 1));
        dialog.add(new Paragraph(texts.get("admin.agreement.ask.help")));
        Button yes = new Button(texts.get("admin.agreement.ask.yes"), e -> {
            dialog.close();
            publish();
        });
        yes.setId("agreement-confirm");
        yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(texts.get("kit.cancel"), e -> dialog.close()), yes);
        dialog.open();
    }

    private void publish() {
        areas.values().forEach(area -> area.setInvalid(false));
        Map<String, String> typed = new TreeMap<>();
        areas.forEach((language, area) -> {
            if (!area.getValue().isBlank()) {
                typed.put(language, area.getValue());
            }
        });
        // the own page is stopped too: sign, and come back
        Attempt.run(
                () -> agreements.publish(context.session(), version, typed),
                done -> getUI().ifPresent(ui -> ui.getPage().setLocation("/agreement?to=/" + AgreementTextPage.PATH)),
                this::refused);
    }

    private void refused(List<Problem> problems) {
        if (StepUpDialog.asks(problems, context, sessions, this::publish)) {
            return;
        }
        List<Problem> others =
                problems.stream().filter(problem -> !shown(problem)).toList();
        if (!others.isEmpty()) {
            Notices.refused(context.texts(), others);
        }
    }

    private boolean shown(Problem problem) {
        TextArea area =
                problem.path().startsWith(PROBLEM_AT) ? areas.get(problem.path().substring(PROBLEM_AT.length())) : null;
        if (area == null) {
            return false;
        }
        area.setErrorMessage(ErrorTexts.message(problem, context.locale()));
        area.setInvalid(true);
        area.focus();
        return true;
    }
}
