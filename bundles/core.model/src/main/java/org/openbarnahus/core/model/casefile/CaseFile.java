// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.casefile;

import java.util.Optional;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.value.FieldValues;

/**
 * One child's course through one Barnahus, without anything that identifies the child.
 *
 * @param values core and national fields
 * @param snapshot composition of packs under which the values were last validated
 * @param version grows by one with every change of the case itself, from 1
 * @param nextDue open limit that ends first, as known at the last change
 */
public record CaseFile(
        CaseId id,
        CaseNumber number,
        ServiceId service,
        CaseState state,
        FieldValues values,
        SnapshotId snapshot,
        long version,
        Stamp created,
        Stamp changed,
        Optional<NextDue> nextDue) {
    /** The same case with other values. */
    public CaseFile with(FieldValues other) {
        return new CaseFile(id, number, service, state, other, snapshot, version, created, changed, nextDue);
    }
}
