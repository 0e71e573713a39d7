// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.util.Set;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.service.query.AuditLine;
import org.openbarnahus.core.service.query.AuditPage;
import org.openbarnahus.core.service.query.AuditQuery;

/**
 * What people are shown of their own entries. What was denied shows that, when and which kind of thing it was about, and nothing
 * more: its number or id would tell whether there is such a case, which is just what was denied.
 */
final class OwnTrail {
    private OwnTrail() {}

    /** By the number of a case only what was done is found. */
    static AuditQuery asked(AuditQuery query) {
        return query.caseNumber().isEmpty()
                ? query
                : new AuditQuery(
                        query.caseNumber(),
                        query.username(),
                        query.actions(),
                        Set.of(Result.DONE),
                        query.from(),
                        query.until(),
                        query.before(),
                        query.limit());
    }

    static AuditPage shown(AuditPage page) {
        return new AuditPage(page.lines().stream().map(OwnTrail::shown).toList(), page.next());
    }

    private static AuditLine shown(AuditLine line) {
        AuditEntry entry = line.entry();
        return entry.result() == Result.DONE
                        || !entry.objectType().equals("case")
                                && line.caseNumber().isEmpty()
                ? line
                : new AuditLine(line.seq(), without(entry), line.username(), "");
    }

    private static AuditEntry without(AuditEntry entry) {
        return new AuditEntry(
                entry.at(),
                entry.service(),
                entry.user(),
                entry.session(),
                entry.purpose(),
                entry.action(),
                entry.objectType(),
                "",
                entry.result(),
                Set.of(),
                "",
                entry.address());
    }
}
