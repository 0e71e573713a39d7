// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.schema.Visibility;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValues;

/**
 * Which fields of a case somebody is not shown, under one schema; made by engine.access and by nobody else.
 *
 * @param whole every field, also those that no schema knows any more; nothing is hidden then
 * @param hidden what is not shown, by field
 */
public record FieldReach(boolean whole, Map<FieldId, Hidden> hidden) {
    private static final FieldReach EVERYTHING = new FieldReach(true, Map.of());

    public FieldReach {
        hidden = Map.copyOf(hidden);
    }

    /**
     * A field that is not shown.
     *
     * @param where the places where it is not; agencies say nothing here
     */
    public record Hidden(FieldDefinition field, Visibility where) {}

    /** For whoever coordinates the house. */
    public static FieldReach everything() {
        return EVERYTHING;
    }

    /** Whether a value of the field that stands there is kept back, also where no form asks for it any more. */
    public boolean hides(FieldId field, Scope scope) {
        Hidden found = hidden.get(field);
        return found != null && found.where().holdsIn(scope);
    }

    /** The fields asked for there that are not shown, whether something stands in them or not: that it does tells something too. */
    public Set<FieldId> in(Scope scope) {
        Set<FieldId> fields = new TreeSet<>();
        hidden.forEach((id, found) -> {
            if (found.field().askedIn(scope) && found.where().holdsIn(scope)) {
                fields.add(id);
            }
        });
        return fields;
    }

    /** The values without those that are not shown; names them. */
    public FieldValues shown(Scope scope, FieldValues values) {
        if (hidden.isEmpty()) {
            return values;
        }
        Set<FieldId> fields = in(scope);
        values.map().keySet().stream().filter(field -> hides(field, scope)).forEach(fields::add);
        return values.hiding(fields);
    }

    /** The schema as a form of the scope asks for it. */
    public SchemaSnapshot form(SchemaSnapshot schema, Scope scope) {
        return schema.without(in(scope));
    }
}
