// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValues;

/**
 * Values that were recorded under a pack which is gone. They stay as they are: readable, not asked for, not to be changed.
 *
 * @param stored as they are in the store; empty for a new object
 * @param proposed as they would be
 */
record Archive(FieldValues stored, FieldValues proposed) {
    /** The proposed values that the schema has to judge: all but those of the archive that stay untouched. */
    FieldValues living(SchemaSnapshot snapshot, Scope scope) {
        Set<FieldId> untouched = stored.map().keySet().stream()
                .filter(notAskedIn(snapshot, scope))
                .filter(f -> stored.get(f).equals(proposed.get(f)))
                .collect(Collectors.toSet());
        return proposed.without(untouched);
    }

    /** Fields of the archive that would be cleared. */
    Set<FieldId> lost(SchemaSnapshot snapshot, Scope scope) {
        return stored.map().keySet().stream()
                .filter(notAskedIn(snapshot, scope))
                .filter(f -> !proposed.has(f))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean unchanged(FieldId field) {
        return stored.has(field) && stored.get(field).equals(proposed.get(field));
    }

    /** What is new or different. */
    FieldValues fresh() {
        Map<FieldId, FieldValue> fresh = new TreeMap<>(proposed.map());
        fresh.entrySet().removeIf(e -> Objects.equals(stored.map().get(e.getKey()), e.getValue()));
        return new FieldValues(fresh);
    }

    /** The fields that are new, different or cleared. */
    Set<FieldId> changed() {
        Set<FieldId> all = new TreeSet<>(proposed.map().keySet());
        all.addAll(stored.map().keySet());
        all.removeIf(f -> stored.get(f).equals(proposed.get(f)));
        return all;
    }

    /** Their names. */
    Set<String> changedNames() {
        return changed().stream().map(FieldId::value).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Predicate<FieldId> notAskedIn(SchemaSnapshot snapshot, Scope scope) {
        return id -> snapshot.field(id).filter(f -> f.askedIn(scope)).isEmpty();
    }

    static Archive of(Optional<FieldValues> stored, FieldValues proposed) {
        return new Archive(stored.orElse(FieldValues.empty()), proposed);
    }
}
