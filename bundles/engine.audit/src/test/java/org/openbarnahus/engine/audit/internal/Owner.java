// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.time.Instant;
import java.util.List;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.AccountEvent;
import org.openbarnahus.core.service.query.AccountEvent.Kind;
import org.openbarnahus.sdk.testkit.Partial;

/** Anna, who is told in her sessions what happened to her account. */
final class Owner {
    final AccountEvents events;

    Owner(House house) {
        events = new AccountEvents(house.access, house.trail, () -> house.now);
    }

    /** In a session that belongs to no browser. */
    static Session session(String id) {
        return session(id, Instant.EPOCH);
    }

    static Session session(String id, Instant browserSince) {
        return Partial.of(Session.class, new In(id, browserSince));
    }

    List<Kind> untold(Session session) {
        return events.untold(session).orElseThrow().stream()
                .map(AccountEvent::kind)
                .toList();
    }

    void seen(Session session) {
        events.seen(session, Long.MAX_VALUE).orElseThrow();
    }

    /** Stands in for a session. */
    public record In(String id, Instant browserSince) {
        public Actor actor() {
            return new House.SignedIn(Entries.ANNA, "anna").actor();
        }
    }
}
