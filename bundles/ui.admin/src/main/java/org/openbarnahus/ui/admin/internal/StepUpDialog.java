// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinRequest;
import java.util.List;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;

/** Asks for the second factor again, then goes on with what needed it. */
final class StepUpDialog extends Dialog {
    private final transient ViewContext context;
    private final transient SessionService sessions;
    private final transient Runnable next;
    private final TextField code = new TextField();

    private StepUpDialog(ViewContext context, SessionService sessions, Runnable next) {
        this.context = context;
        this.sessions = sessions;
        this.next = next;
        Texts texts = context.texts();
        setHeaderTitle(texts.get("admin.step-up.title"));
        code.setId("step-up-code");
        code.setLabel(texts.get("admin.step-up.code"));
        code.setHelperText(texts.get("admin.step-up.help"));
        code.setManualValidation(true);
        code.setAutofocus(true);
        code.setWidthFull();
        code.getElement().setAttribute("autocomplete", "one-time-code");
        add(new Paragraph(texts.get("admin.step-up.text")), code);
        Button cancel = new Button(texts.get("kit.cancel"), e -> close());
        Button confirm = new Button(texts.get("admin.step-up.confirm"), e -> confirm());
        confirm.setId("step-up-confirm");
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        getFooter().add(cancel, confirm);
    }

    /** Whether the refusal asks for a fresh second factor; then it is asked for, and {@code next} runs after it. */
    static boolean asks(List<Problem> problems, ViewContext context, SessionService sessions, Runnable next) {
        boolean asked = problems.stream().anyMatch(p -> p.code() == ErrorCode.STEP_UP_REQUIRED);
        if (asked) {
            new StepUpDialog(context, sessions, next).open();
        }
        return asked;
    }

    private void confirm() {
        VaadinRequest request = VaadinRequest.getCurrent();
        String source = request == null ? "" : request.getRemoteAddr();
        Attempt.run(
                () -> sessions.stepUp(context.session(), new Credentials("", "", code.getValue()), source),
                done -> {
                    context.renewed(done.value());
                    close();
                    next.run();
                },
                this::refused);
    }

    private void refused(List<Problem> problems) {
        Problem first = problems.getFirst();
        code.setErrorMessage(
                first.code() == ErrorCode.SIGN_IN_FAILED
                        ? context.texts().get("admin.step-up.wrong")
                        : ErrorTexts.message(first, context.locale()));
        code.setInvalid(true);
        code.focus();
    }
}
