// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.security.AuditEntry;

/**
 * What to show of the audit trail, newest first.
 *
 * @param caseNumber empty text for all
 * @param username empty text for everybody
 * @param actions empty for all
 * @param results empty for all
 * @param from inclusive
 * @param until exclusive
 * @param before the {@code next} of the page before, 0 for the first page
 * @param limit 1 to {@value #MAX_LIMIT}
 */
public record AuditQuery(
        String caseNumber,
        String username,
        Set<AuditEntry.Action> actions,
        Set<AuditEntry.Result> results,
        Optional<Instant> from,
        Optional<Instant> until,
        long before,
        int limit) {
    public static final int MAX_LIMIT = 200;

    public AuditQuery {
        actions = Set.copyOf(actions);
        results = Set.copyOf(results);
        if (caseNumber.length() > 64 || username.length() > 128 || before < 0 || limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("not a query of the audit trail");
        }
    }

    /** The newest entries of all. */
    public static AuditQuery newest(int limit) {
        return new AuditQuery("", "", Set.of(), Set.of(), Optional.empty(), Optional.empty(), 0, limit);
    }

    public AuditQuery before(long seq) {
        return new AuditQuery(caseNumber, username, actions, results, from, until, seq, limit);
    }
}
