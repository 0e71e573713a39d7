// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Purpose;

/** Entries of one house, and of nobody. */
public final class Entries {
    public static final ServiceId HOUSE = new ServiceId(new UUID(0, 1));
    public static final UserId ANNA = new UserId(new UUID(0, 2));
    static final Thresholds SAFE = new Thresholds(10, 40, 2_000, 20, 22, 5, 5, 20);

    private Entries() {}

    public static AuditEntry of(
            Instant at, UserId user, AuditEntry.Action action, String type, String id, AuditEntry.Result result) {
        return new AuditEntry(
                at,
                Optional.of(HOUSE),
                Optional.of(user),
                "s",
                Purpose.CASE_WORK,
                action,
                type,
                id,
                result,
                Set.of(),
                "");
    }

    public static AuditEntry nobody(Instant at) {
        return AuditEntry.ofTheSite(
                at, AuditEntry.Action.SIGN_IN, "session", "", AuditEntry.Result.DENIED, "credentials");
    }
}
