// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;

/**
 * Who is shown which field of a case.
 *
 * @param at when it was worked out
 * @param rows fields in the order of forms; first those that are not shown to everybody
 */
public record SharingMatrix(SchemaSnapshot schema, Instant at, List<Row> rows) {
    /** For whom there is a column, in order: who coordinates, members by agency, and who only oversees. */
    public static final List<String> VIEWERS =
            List.of("coordinator", "barnahus", "child_protection", "health", "police", "prosecution", "overseer");

    public SharingMatrix {
        rows = List.copyOf(rows);
    }

    /**
     * A field at places where the same people are shown it.
     *
     * @param where scopes; one of every activity stands for those that no other row of the field names
     * @param shown one answer a viewer, in the order of {@link #VIEWERS}
     * @param why key of the reason in the words of the schema; absent when there is no rule at these places
     */
    public record Row(FieldDefinition field, Set<Scope> where, List<Boolean> shown, Optional<String> why) {
        public Row {
            where = Set.copyOf(where);
            shown = List.copyOf(shown);
        }

        public boolean everybody() {
            return !shown.contains(false);
        }
    }
}
