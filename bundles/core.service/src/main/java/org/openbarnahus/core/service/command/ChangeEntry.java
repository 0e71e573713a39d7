// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.command;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.EntryId;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;

/** A correction of a timeline entry; same meaning of {@code changes} as in {@link ChangeCase}. */
public record ChangeEntry(
        CaseId caseId, EntryId id, long expectedVersion, LocalDate date, Map<FieldId, Optional<FieldValue>> changes) {
    public ChangeEntry {
        changes = Map.copyOf(changes);
    }
}
