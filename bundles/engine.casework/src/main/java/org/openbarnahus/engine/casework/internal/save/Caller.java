// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Session;

/**
 * Somebody who may do at least something of the kind, what for, and when.
 *
 * @param today by the calendar of the caller's house
 */
public record Caller(Session session, Permission permission, Purpose purpose, LocalDate today, Instant now) {
    public Actor actor() {
        return session.actor();
    }

    public ServiceId service() {
        return actor().service();
    }

    public Stamp stamp() {
        return new Stamp(now, actor().user());
    }

    /** An audit entry of something that was done. */
    public AuditEntry did(
            AuditEntry.Action action, String objectType, String objectId, Set<String> fields, String detail) {
        return audit(action, objectType, objectId, AuditEntry.Result.DONE, fields, detail);
    }

    /** An audit entry of something that was asked for and refused. */
    public AuditEntry wasRefused(AuditEntry.Action action, String objectType, String objectId, String detail) {
        return audit(action, objectType, objectId, AuditEntry.Result.REFUSED, Set.of(), detail);
    }

    /** An audit entry of something that is not for whoever asked: gives an alarm. */
    public AuditEntry wasDenied(AuditEntry.Action action, String objectType, String objectId, String detail) {
        return audit(action, objectType, objectId, AuditEntry.Result.DENIED, Set.of(), detail);
    }

    private AuditEntry audit(
            AuditEntry.Action action,
            String objectType,
            String objectId,
            AuditEntry.Result result,
            Set<String> fields,
            String detail) {
        return new AuditEntry(
                now,
                Optional.of(service()),
                Optional.of(actor().user()),
                session.id(),
                purpose,
                action,
                objectType,
                objectId,
                result,
                fields,
                detail);
    }
}
