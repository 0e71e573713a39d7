// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.casefile;

import java.time.LocalDate;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.EntryId;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.value.FieldValues;

/**
 * One activity on a case's timeline.
 *
 * @param type code of an activity type
 * @param date day it happened; {@code entered} tells when it was written down
 * @param values common activity fields and the type's condition fields
 * @param removed taken off the timeline, can be put back
 */
public record TimelineEntry(
        EntryId id,
        CaseId caseId,
        String type,
        LocalDate date,
        FieldValues values,
        SnapshotId snapshot,
        long version,
        Stamp entered,
        Stamp changed,
        boolean removed) {
    /** The same entry with other values. */
    public TimelineEntry with(FieldValues other) {
        return new TimelineEntry(id, caseId, type, date, other, snapshot, version, entered, changed, removed);
    }
}
