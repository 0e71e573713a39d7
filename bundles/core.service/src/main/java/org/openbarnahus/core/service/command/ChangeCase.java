// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.command;

import java.util.Map;
import java.util.Optional;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;

/**
 * Sets the fields that have a value, clears those with an empty optional, leaves all others (also values of packs no longer
 * active) as they are.
 */
public record ChangeCase(CaseId id, long expectedVersion, Map<FieldId, Optional<FieldValue>> changes) {
    public ChangeCase {
        changes = Map.copyOf(changes);
    }
}
