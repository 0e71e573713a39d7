// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;

/**
 * What to look for in one chain, newest first.
 *
 * @param caseNumber only what concerns this case and its timeline; a number that does not exist finds nothing
 * @param actions empty for all
 * @param results empty for all
 * @param from inclusive
 * @param until exclusive
 * @param before only entries with a smaller number
 */
public record AuditSearch(
        Optional<String> caseNumber,
        Optional<UserId> user,
        Set<AuditEntry.Action> actions,
        Set<AuditEntry.Result> results,
        Instant from,
        Instant until,
        long before,
        int limit) {
    public AuditSearch {
        actions = Set.copyOf(actions);
        results = Set.copyOf(results);
    }
}
