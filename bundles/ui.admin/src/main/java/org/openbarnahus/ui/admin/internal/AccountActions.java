// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.command.AccountAct;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.core.service.query.Invitation;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Notices;

/** What a manager does with one account; each in two clicks, in force on the next request. */
record AccountActions(ViewContext context, People people, Runnable changed) {

    Div of(AccountInfo account) {
        Div actions = new Div();
        actions.addClassName("ob-account-actions");
        if (account.id().equals(context.session().actor().user())) {
            return actions;
        }
        actions.add(button("admin.account.new-code", account, () -> code(account)));
        actions.add(button("admin.account.change-roles", account, () -> roles(account)));
        actions.add(button(
                "admin.account.end-sessions",
                account,
                () -> run(
                        () -> people.accounts().endSessions(context.session(), account.username()),
                        this::done,
                        AccountAct.close(account.username()))));
        actions.add(button(
                account.enabled() ? "admin.account.close" : "admin.account.open", account, () -> enable(account)));
        return actions;
    }

    private Button button(String key, AccountInfo account, Runnable task) {
        Button button = RowButton.of(context.texts(), key, account.username(), task);
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setId(key.substring(key.lastIndexOf('.') + 1) + "-" + account.username());
        return button;
    }

    private void enable(AccountInfo account) {
        run(
                () -> account.enabled()
                        ? people.accounts().close(context.session(), account.username())
                        : people.accounts().reopen(context.session(), account.username()),
                this::done,
                account.enabled() ? AccountAct.close(account.username()) : AccountAct.open(account.username()));
    }

    private void code(AccountInfo account) {
        run(
                () -> people.accounts().reissue(context.session(), account.username()),
                this::show,
                AccountAct.reset(account.username()));
    }

    private void show(Done<Invitation> done) {
        Texts texts = context.texts();
        Dialog dialog = dialog(texts.get("admin.account.code-for", done.value().username()));
        dialog.add(InvitationText.of(context, done.value()));
        dialog.getFooter().add(new Button(texts.get("admin.account.noted"), e -> dialog.close()));
        dialog.open();
    }

    private void roles(AccountInfo account) {
        Texts texts = context.texts();
        Dialog dialog = dialog(texts.get("admin.account.roles-of", account.username()));
        CheckboxGroup<Role> roles = RoleChoice.of(context);
        roles.setHelperText(texts.get("admin.account.roles-help"));
        roles.setValue(account.roles());
        dialog.add(roles);
        Button save = new Button(texts.get("admin.account.roles-save"), e -> {
            Set<Role> chosen = Set.copyOf(roles.getValue());
            AccountAct act = AccountAct.roles(account.username(), chosen);
            run(
                    () -> people.accounts().setRoles(context.session(), account.username(), chosen),
                    done -> {
                        dialog.close();
                        done(done);
                    },
                    act,
                    dialog::close);
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(texts.get("kit.cancel"), e -> dialog.close()), save);
        dialog.open();
    }

    static Dialog dialog(String title) {
        Dialog dialog = new Dialog();
        dialog.addClassNames("ob-dialog", "ob-account-dialog");
        dialog.setHeaderTitle(title);
        dialog.setCloseOnOutsideClick(false);
        return dialog;
    }

    private void done(Done<AccountInfo> done) {
        Notices.done(context.texts().get("admin.account.done", done.value().username()));
        changed.run();
    }

    private <T> void run(Supplier<Outcome<T>> work, Consumer<Done<T>> done, AccountAct act) {
        run(work, done, act, () -> {});
    }

    /**
     * Does it, asking for a fresh second factor first where that is wanted.
     *
     * @param act what a second person is asked for where it takes two
     * @param asked runs when one has been asked
     */
    private <T> void run(Supplier<Outcome<T>> work, Consumer<Done<T>> done, AccountAct act, Runnable asked) {
        Attempt.run(work, done, problems -> {
            if (!people.seconds().asks(problems, context, act, asked)) {
                refused(problems, () -> run(work, done, act, asked));
            }
        });
    }

    private void refused(List<Problem> problems, Runnable again) {
        if (!StepUpDialog.asks(problems, context, people.sessions(), again)) {
            Notices.failed(context.texts(), ErrorTexts.message(problems.getFirst(), context.locale()));
        }
    }
}
