// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.EmergencyReason;
import org.openbarnahus.core.service.EmergencyAccessService;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.core.service.command.UseEmergency;
import org.openbarnahus.core.service.query.EmergencyInfo;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Card;
import org.openbarnahus.ui.kit.widget.Notices;

/** Which case, why, and what happens then: said before the button, not after it. */
final class EmergencyForm extends Div {
    private final transient ViewContext context;
    private final transient Emergencies emergencies;
    private final Card card = new Card("");
    private final Paragraph then = new Paragraph();
    private final TextField number = new TextField();
    private final Select<EmergencyReason> reason = new Select<>();
    private final TextArea text = new TextArea();
    private final Button open = new Button();
    private transient RequestKey key = RequestKey.fresh();

    EmergencyForm(ViewContext context, Emergencies emergencies) {
        this.context = context;
        this.emergencies = emergencies;
        number.setId("emergency-number");
        number.setWidthFull();
        number.setManualValidation(true);
        number.getElement().setAttribute("autocomplete", "off");
        reason.setId("emergency-reason");
        reason.setItems(EmergencyReason.values());
        reason.setManualValidation(true);
        reason.setWidthFull();
        text.setId("emergency-text");
        text.setMaxLength(EmergencyAccessService.LONGEST_TEXT);
        text.setManualValidation(true);
        text.setWidthFull();
        open.setId("emergency-open");
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        open.setDisableOnClick(true);
        open.addClickListener(e -> use());
        // what is changed is another request
        number.addValueChangeListener(e -> key = RequestKey.fresh());
        reason.addValueChangeListener(e -> key = RequestKey.fresh());
        text.addValueChangeListener(e -> key = RequestKey.fresh());
        card.addClassName("ob-emergency-form");
        card.add(then, number, reason, text, open);
        add(card);
        draw();
    }

    /** The words; what was typed stays. */
    void draw() {
        Texts texts = context.texts();
        card.setTitle(texts.get("admin.emergency.open"));
        then.setText(texts.get("admin.emergency.then"));
        number.setLabel(texts.get("admin.emergency.number"));
        number.setHelperText(texts.get("admin.emergency.number.help"));
        reason.setLabel(texts.get("admin.emergency.reason"));
        reason.setItemLabelGenerator(r -> texts.get("admin.emergency.reason." + r.code()));
        text.setLabel(texts.get("admin.emergency.text"));
        text.setHelperText(texts.get("admin.emergency.text.help"));
        open.setText(texts.get("admin.emergency.go"));
    }

    private void use() {
        List.<HasValidation>of(number, reason, text).forEach(field -> field.setInvalid(false));
        String code = Optional.ofNullable(reason.getValue())
                .map(EmergencyReason::code)
                .orElse("");
        UseEmergency command = new UseEmergency(number.getValue(), code, text.getValue());
        // disabled until it is answered; a dialog for the second factor may be closed without an answer
        open.setEnabled(true);
        emergencies.run(
                context, () -> emergencies.service().use(context.session(), command, key), this::opened, this::refused);
    }

    private void opened(EmergencyInfo access) {
        Texts texts = context.texts();
        Notices.done(texts.get(
                "admin.emergency.opened",
                access.number().value(),
                texts.moment(access.time().until(), context.zone())));
        emergencies.changed(context.session());
        context.navigate("cases/" + access.caseId());
    }

    private void refused(List<Problem> problems) {
        Map<String, HasValidation> fields = Map.of("reason", reason, "text", text);
        for (Problem problem : problems) {
            boolean unknown = problem.code() == ErrorCode.NOT_FOUND;
            HasValidation field = fields.getOrDefault(problem.path(), number);
            field.setErrorMessage(
                    unknown
                            ? context.texts().get("admin.emergency.unknown")
                            : ErrorTexts.message(problem, context.locale()));
            field.setInvalid(true);
        }
    }
}
