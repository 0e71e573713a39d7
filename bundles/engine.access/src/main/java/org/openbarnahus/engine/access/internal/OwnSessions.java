// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.util.List;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.OwnSession;
import org.openbarnahus.core.service.store.SignInStore;

/**
 * What somebody sees and ends of the own sessions, and in which browsers they began.
 *
 * @param tellsBrowsers whether a person is told of a browser that was never seen
 */
record OwnSessions(
        SessionTable table, Browsers browsers, SignInStore signIns, AccessTrail trail, boolean tellsBrowsers) {
    /** Looks whether the account was used in this browser before; what the browser is to hold from now on. */
    String recognise(Session session, String held, String name) {
        if (!table.isLive(session)) {
            return held;
        }
        Held.behind(session).ifPresent(live -> live.browser = name);
        UserId account = session.actor().user();
        // of the first sign-in of all there is nothing to compare with
        boolean compared = tellsBrowsers && signIns.signIns(account, 2).size() > 1;
        if (compared && !browsers.knows(held, account)) {
            trail.told(session.actor(), session.id(), "new-browser");
        }
        return browsers.with(held, account);
    }

    Outcome<List<OwnSession>> mine(Session session) {
        return living(session)
                .map(all -> all.stream().map(each -> shown(each, session)).toList());
    }

    Outcome<LiveSession> find(Session session, String id) {
        return living(session)
                .then(all -> all.stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(Problem.of(ErrorCode.NOT_FOUND))));
    }

    private Outcome<List<LiveSession>> living(Session session) {
        return table.isLive(session)
                ? Outcome.done(table.of(session.actor().user()))
                : Outcome.refused(Problem.of(ErrorCode.SIGNED_OUT));
    }

    static OwnSession shown(LiveSession each, Session asking) {
        return new OwnSession(
                each.id(),
                each.since.at(),
                each.lastActive.at(),
                each.browser,
                each.id().equals(asking.id()));
    }
}
