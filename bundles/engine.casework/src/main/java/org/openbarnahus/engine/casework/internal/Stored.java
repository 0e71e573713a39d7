// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import java.util.Optional;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.EntryId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.store.ReadUnit;
import org.openbarnahus.core.service.store.WriteUnit;

/** What a change starts from. */
final class Stored {
    private Stored() {}

    /** The case, locked until the transaction ends: state and limits are derived from the whole timeline. */
    static Outcome<CaseHistory> locked(WriteUnit unit, CaseId id) {
        unit.lock(id);
        return history(unit, id);
    }

    static Outcome<CaseHistory> history(ReadUnit unit, CaseId id) {
        Optional<CaseFile> file = unit.findCase(id);
        return file.map(f -> Outcome.done(new CaseHistory(f, unit.timeline(id))))
                .orElseGet(() -> Outcome.refused(Problem.of(ErrorCode.NOT_FOUND)));
    }

    /** An entry of the case in the version that the caller has seen. */
    static Outcome<TimelineEntry> entry(ReadUnit unit, CaseId caseId, EntryId id, long expectedVersion) {
        Optional<TimelineEntry> entry =
                unit.findEntry(id).filter(e -> e.caseId().equals(caseId));
        return entry.map(e -> e.version() == expectedVersion
                        ? Outcome.done(e)
                        : Outcome.<TimelineEntry>refused(Problem.of(ErrorCode.STALE)))
                .orElseGet(() -> Outcome.refused(Problem.of(ErrorCode.NOT_FOUND)));
    }
}
