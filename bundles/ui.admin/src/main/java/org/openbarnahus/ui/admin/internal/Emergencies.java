// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.EmergencyAccessService;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.ui.kit.view.OpenPages;
import org.openbarnahus.ui.kit.view.ViewContext;
import org.openbarnahus.ui.kit.widget.Attempt;

/** What the page of emergency access works with. */
record Emergencies(EmergencyAccessService service, SessionService sessions, OpenPages pages) {
    /** As engine.access decides; here it only spares a dead end. */
    static boolean mayUse(Session session) {
        return session.actor().roles().equals(Set.of(Role.PRACTITIONER));
    }

    static boolean watches(Session session) {
        return session.actor().is(Role.MANAGER)
                || session.actor().is(Role.COORDINATOR)
                || session.actor().is(Role.DPO);
    }

    /** Does it, asking for a fresh second factor first where that is wanted. */
    <T> void run(ViewContext context, Supplier<Outcome<T>> work, Consumer<T> done, Consumer<List<Problem>> refused) {
        Attempt.run(work, result -> done.accept(result.value()), problems -> {
            if (!StepUpDialog.asks(problems, context, sessions, () -> run(context, work, done, refused))) {
                refused.accept(problems);
            }
        });
    }

    /** Everybody of the house who works with the case or watches sees it at once. */
    void changed(Session by) {
        pages.refresh(session -> session.actor().service().equals(by.actor().service()));
    }
}
