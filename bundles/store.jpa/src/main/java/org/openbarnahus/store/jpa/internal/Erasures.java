// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.service.query.ErasedCase;

/**
 * Erasures of an open store.
 *
 * @param again how many cases an older backup had brought back and this start has erased anew
 */
record Erasures(JpaErasureStore store, int again) {
    static AuditEntry anew(ErasedCase erased, Instant now) {
        return new AuditEntry(
                now,
                Optional.of(erased.service()),
                Optional.empty(),
                "",
                Purpose.ADMINISTRATION,
                AuditEntry.Action.REMOVE,
                "case",
                erased.caseId().toString(),
                AuditEntry.Result.DONE,
                Set.of(),
                "erased-anew");
    }
}
