// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.gate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValues;
import org.osgi.annotation.versioning.ProviderType;

/** Gate 2. Implemented by engine.schema. */
@ProviderType
public interface SchemaGate {
    /** The newest composition for the country, absent while its pack is not active. */
    Optional<SchemaSnapshot> newest(String country);

    /** A composition that is or was in force. */
    Optional<SchemaSnapshot> find(SnapshotId id);

    /** A composition of the country, of the present or the past, that has the field. */
    default Optional<SchemaSnapshot> knowing(String country, FieldId field) {
        return newest(country).filter(s -> s.field(field).isPresent());
    }

    /**
     * Everything wrong with the values, at once; empty when nothing is.
     *
     * @param day the case's or activity's date, on which codes must be valid
     * @param today for dates that must not lie in the future
     * @param closing also ask for what is required before closure
     */
    List<Problem> validate(
            SchemaSnapshot snapshot, Scope scope, FieldValues values, LocalDate day, LocalDate today, boolean closing);
}
