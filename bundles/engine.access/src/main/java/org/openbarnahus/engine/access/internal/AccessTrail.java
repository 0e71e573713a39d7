// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;

/** Writes sign-ins and denials into the audit trail. */
final class AccessTrail {
    private static final String TYPE = "session";

    private final SiteStore store;
    private final TimeSource time;

    AccessTrail(SiteStore store, TimeSource time) {
        this.store = store;
        this.time = time;
    }

    void of(Session session, Action action, Result result, String detail) {
        of(session.actor(), session.id(), action, result, detail);
    }

    void of(LiveSession session, Action action, Result result, String detail) {
        of(session.actor(), session.id(), action, result, detail);
    }

    private void of(Actor actor, String session, Action action, Result result, String detail) {
        store.audit(new AuditEntry(
                time.now(),
                Optional.of(actor.service()),
                Optional.of(actor.user()),
                session,
                Purpose.ADMINISTRATION,
                action,
                TYPE,
                session,
                result,
                Set.of(),
                detail));
    }

    /** Something about how somebody signs in that (s)he is told of; by the session's doing, or by nobody's that is known. */
    void told(Actor actor, String session, String detail) {
        store.audit(new AuditEntry(
                time.now(),
                Optional.of(actor.service()),
                Optional.of(actor.user()),
                session,
                Purpose.ADMINISTRATION,
                Action.SIGN_IN,
                "user",
                actor.user().toString(),
                Result.DONE,
                Set.of(),
                detail));
    }

    /** Before anybody is known: the name that was typed may be a password and is not written down. */
    void anonymous(Action action, String detail) {
        store.audit(AuditEntry.ofTheSite(time.now(), action, TYPE, "", Result.DENIED, detail));
    }

    /** Somebody tried the name of an account and could not prove to be its owner. */
    void refused(AccountRecord account, String detail) {
        store.audit(new AuditEntry(
                time.now(),
                Optional.of(account.service()),
                Optional.of(account.id()),
                "",
                Purpose.ADMINISTRATION,
                Action.SIGN_IN,
                TYPE,
                "",
                Result.DENIED,
                Set.of(),
                detail));
    }

    void denied(Session session, Purpose purpose, Action action, String objectType, String objectId, String detail) {
        store.audit(new AuditEntry(
                time.now(),
                Optional.of(session.actor().service()),
                Optional.of(session.actor().user()),
                session.id(),
                purpose,
                action,
                objectType,
                objectId,
                Result.DENIED,
                Set.of(),
                detail));
    }
}
