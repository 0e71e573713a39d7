// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.security;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;

/**
 * One line of the audit trail: who did what to which object, and how it ended. Ids, codes and field names only.
 *
 * @param user absent before sign-in has succeeded
 * @param objectType {@code case}, {@code entry}, {@code user}, {@code plugin}, …
 * @param objectId empty text when it concerns the whole
 * @param fields names of the fields changed, no values
 * @param detail a constant or code, as the reason of a denial or the number of hits of a search
 * @param address from which network address it was asked, where decision 44 wants that kept; else empty
 */
public record AuditEntry(
        Instant at,
        Optional<ServiceId> service,
        Optional<UserId> user,
        String session,
        Purpose purpose,
        Action action,
        String objectType,
        String objectId,
        Result result,
        Set<String> fields,
        String detail,
        String address) {
    public AuditEntry {
        fields = Set.copyOf(fields);
    }

    /** Without an address: the store adds it where it is wanted. */
    public AuditEntry(
            Instant at,
            Optional<ServiceId> service,
            Optional<UserId> user,
            String session,
            Purpose purpose,
            Action action,
            String objectType,
            String objectId,
            Result result,
            Set<String> fields,
            String detail) {
        this(at, service, user, session, purpose, action, objectType, objectId, result, fields, detail, "");
    }

    /** Of the installation itself: of no house, and asked for by nobody who is signed in. */
    public static AuditEntry ofTheSite(
            Instant at, Action action, String objectType, String objectId, Result result, String detail) {
        return new AuditEntry(
                at,
                Optional.empty(),
                Optional.empty(),
                "",
                Purpose.ADMINISTRATION,
                action,
                objectType,
                objectId,
                result,
                Set.of(),
                detail);
    }

    public AuditEntry from(String network) {
        return new AuditEntry(
                at, service, user, session, purpose, action, objectType, objectId, result, fields, detail, network);
    }

    /** What was attempted. */
    public enum Action {
        CREATE,
        READ,
        SEARCH,
        CHANGE,
        REMOVE,
        RESTORE,
        IMPORT,
        EXPORT,
        SIGN_IN,
        SIGN_OUT,
        CONFIGURE
    }

    /** How it ended. */
    public enum Result {
        DONE,
        REFUSED,
        DENIED
    }
}
