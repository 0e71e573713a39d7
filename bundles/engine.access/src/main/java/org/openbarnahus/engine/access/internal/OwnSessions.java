// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.OwnSession;
import org.openbarnahus.core.service.store.SignInStore;
import org.openbarnahus.core.service.store.TimeSource;

/**
 * What somebody sees and ends of the own sessions, and in which browsers they began.
 *
 * @param tellsBrowsers whether a person is told of a browser that was never seen
 */
record OwnSessions(
        SessionTable table,
        Browsers browsers,
        SignInStore signIns,
        AccessTrail trail,
        TimeSource time,
        boolean tellsBrowsers) {
    /** Looks whether the account was used in this browser before; what the browser is to hold from now on. */
    String recognise(Session session, String held, String name) {
        if (!table.isLive(session)) {
            return held;
        }
        UserId account = session.actor().user();
        Optional<Instant> before = browsers.since(held, account);
        // of the first sign-in of all there is nothing to compare with
        boolean compared = tellsBrowsers && signIns.signIns(account, 2).size() > 1;
        if (compared && before.isEmpty()) {
            trail.told(session.actor(), session.id(), "new-browser");
        }
        Instant since = before.orElseGet(this::afterAllOfThisSignIn);
        Held.behind(session).ifPresent(live -> {
            live.browser = name;
            live.browserSince = since;
        });
        return browsers.with(held, account, since);
    }

    /** A browser was not known when what its first sign-in is told for happened: that is before this moment. */
    private Instant afterAllOfThisSignIn() {
        return time.now().plusMillis(1).truncatedTo(ChronoUnit.MILLIS);
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
