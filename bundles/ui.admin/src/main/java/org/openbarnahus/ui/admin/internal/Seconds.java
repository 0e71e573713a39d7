// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Outcome.Done;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SecondPersonService;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.command.AccountAct;
import org.openbarnahus.core.service.query.AccountRequest;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.openbarnahus.ui.kit.text.Texts;
import org.openbarnahus.ui.kit.view.OpenPages;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Ask;
import org.openbarnahus.ui.kit.widget.Attempt;
import org.openbarnahus.ui.kit.widget.Notices;

/** For pages with changes that it takes two for: asks the person whether to ask, then asks. */
record Seconds(SecondPersonService service, SessionService sessions, OpenPages pages) {
    /** As engine.access decides; here it only spares a dead end. */
    static boolean among(Session session) {
        Actor actor = session.actor();
        return actor.is(Role.MANAGER) || actor.is(Role.DPO) || actor.is(Role.NATIONAL_ADMIN);
    }

    /** Whether the refusal says that it takes two; then the person is asked whether to ask for it. */
    boolean asks(List<Problem> problems, ViewContext context, AccountAct act, Runnable asked) {
        boolean two = problems.stream().anyMatch(p -> p.code() == ErrorCode.SECOND_PERSON_REQUIRED);
        if (two) {
            Texts texts = context.texts();
            Ask.first(
                    texts,
                    texts.get("admin.request.ask"),
                    what(act, texts) + ". " + texts.get("admin.request.ask.help"),
                    texts.get("admin.request.ask.yes"),
                    () -> run(context, () -> service.ask(context.session(), act), done -> {
                        Notices.done(texts.get("admin.request.asked") + " " + who(done.value(), texts));
                        changed(context.session());
                        asked.run();
                    }));
        }
        return two;
    }

    /** Does it, asking for a fresh second factor first where that is wanted. */
    <T> void run(ViewContext context, Supplier<Outcome<T>> work, Consumer<Done<T>> done) {
        Attempt.run(work, done, problems -> {
            if (!StepUpDialog.asks(problems, context, sessions, () -> run(context, work, done))) {
                Notices.failed(context.texts(), ErrorTexts.message(problems.getFirst(), context.locale()));
            }
        });
    }

    /** The open pages and menus of all in this house who may confirm are drawn anew. */
    void changed(Session by) {
        pages.refresh(session -> session.actor().service().equals(by.actor().service()) && among(session));
    }

    static String what(AccountAct act, Texts texts) {
        return texts.get("admin.request." + act.kind().code(), act.username(), roles(act.roles(), texts));
    }

    private static String roles(Set<Role> roles, Texts texts) {
        return roles.stream()
                .sorted()
                .map(role -> texts.get("admin.role." + role.code()))
                .collect(Collectors.joining(", "));
    }

    /** Who can confirm it, or how it is done where nobody can. */
    static String who(AccountRequest request, Texts texts) {
        return request.confirmers().isEmpty()
                ? texts.get("admin.request.nobody", request.id().toString())
                : texts.get("admin.request.confirmers", String.join(", ", request.confirmers()));
    }
}
