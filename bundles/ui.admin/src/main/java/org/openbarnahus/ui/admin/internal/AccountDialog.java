// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.command.AccountAct;
import org.openbarnahus.core.service.command.NewMember;
import org.openbarnahus.core.service.query.Invitation;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.ProblemSummary;

/** Makes an account, then shows the one-time code with which its owner chooses password and second factor. */
final class AccountDialog extends Dialog {
    private final transient ViewContext context;
    private final transient People people;
    private final transient Runnable changed;
    private final transient Texts texts;
    private final ProblemSummary problems = new ProblemSummary();
    private final TextField username = new TextField();
    private final Select<Agency> agency = new Select<>();
    private final CheckboxGroup<Role> roles;
    private final Button create = new Button();
    private final Button cancel = new Button();
    private final Button noted = new Button();

    AccountDialog(ViewContext context, People people, Runnable changed) {
        this.context = context;
        this.people = people;
        this.changed = changed;
        this.texts = context.texts();
        this.roles = RoleChoice.of(context);
        addClassNames("ob-dialog", "ob-account-dialog");
        setHeaderTitle(texts.get("admin.account.new"));
        setCloseOnOutsideClick(false);
        fields();
        Div form = new Div(problems, username, agency, roles);
        form.addClassName("ob-form");
        add(form);
        create.setText(texts.get("admin.account.create"));
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.setDisableOnClick(true);
        create.addClickListener(e -> create());
        cancel.setText(texts.get("kit.cancel"));
        cancel.addClickListener(e -> close());
        noted.setText(texts.get("admin.account.noted"));
        noted.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        noted.addClickListener(e -> close());
        noted.setVisible(false);
        getFooter().add(cancel, create, noted);
    }

    private void fields() {
        username.setLabel(texts.get("admin.account.username"));
        username.setHelperText(texts.get("admin.account.username.help"));
        username.setAutofocus(true);
        username.getElement().setAttribute("autocomplete", "off");
        agency.setLabel(texts.get("admin.account.agency"));
        agency.setItems(Agency.values());
        agency.setItemLabelGenerator(a -> texts.get("admin.agency." + a.code()));
        agency.setValue(Agency.BARNAHUS);
        username.setWidthFull();
        username.setManualValidation(true);
        roles.setManualValidation(true);
    }

    private void create() {
        clear();
        NewMember account = new NewMember(username.getValue().strip(), agency.getValue(), roles.getValue());
        if (account.roles().isEmpty()) {
            roles.setInvalid(true);
            roles.setErrorMessage(texts.get("admin.account.roles.none"));
            create.setEnabled(true);
            return;
        }
        Attempt.run(
                () -> people.accounts().invite(context.session(), account),
                this::created,
                reasons -> refused(reasons, account));
    }

    private void clear() {
        problems.clear();
        username.setInvalid(false);
        roles.setInvalid(false);
    }

    private void refused(List<Problem> reasons, NewMember account) {
        create.setEnabled(true);
        if (StepUpDialog.asks(reasons, context, people.sessions(), this::create)
                || people.seconds().asks(reasons, context, AccountAct.invite(account), this::close)) {
            return;
        }
        List<String> others = new ArrayList<>();
        for (Problem problem : reasons) {
            String message = ErrorTexts.message(problem, texts.locale());
            switch (problem.code()) {
                case USERNAME_FORM, USERNAME_TAKEN -> {
                    username.setErrorMessage(message);
                    username.setInvalid(true);
                }
                case ROLE_NOT_GRANTABLE -> {
                    roles.setErrorMessage(message);
                    roles.setInvalid(true);
                }
                default -> others.add(message);
            }
        }
        if (!others.isEmpty()) {
            problems.show(texts.get("admin.account.refused"), others);
        }
    }

    private void created(Done<Invitation> done) {
        removeAll();
        create.setVisible(false);
        cancel.setVisible(false);
        noted.setVisible(true);
        setCloseOnEsc(false);
        setHeaderTitle(texts.get("admin.account.created", done.value().username()));
        add(InvitationText.of(context, done.value()));
        noted.focus();
        changed.run();
    }
}
