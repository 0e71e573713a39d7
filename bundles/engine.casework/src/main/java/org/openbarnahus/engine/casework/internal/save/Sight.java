// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.schema.Words;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.gate.FieldGate;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.query.FieldReach;

/**
 * What of a case its reader is shown. The schema in force decides, also about what was recorded under another; about a field
 * that it no longer has, the newest schema that had it. A field of which no schema is left is kept from everybody who is not
 * shown everything.
 *
 * @param worksWith as in {@link FieldGate#fields}
 */
public record Sight(FieldGate access, SchemaGate schema, Caller caller, boolean worksWith) {
    private static final SnapshotId NAMELESS = new SnapshotId("s0000000000000000");

    /** What the schema in force says; while there is none, every field is one that it no longer has. */
    public FieldReach fields() {
        return fields(schema.newest(country()).orElseGet(() -> nothing(country())));
    }

    public CaseFile of(CaseFile file) {
        return of(file, fields());
    }

    public TimelineEntry of(TimelineEntry entry) {
        return of(entry, fields());
    }

    public CaseFile of(CaseFile file, FieldReach fields) {
        return file.with(shown(Scope.CASE, file.values(), fields));
    }

    public List<TimelineEntry> of(List<TimelineEntry> timeline, FieldReach fields) {
        return timeline.stream().map(entry -> of(entry, fields)).toList();
    }

    private TimelineEntry of(TimelineEntry entry, FieldReach fields) {
        return entry.with(shown(Scope.activity(entry.type()), entry.values(), fields));
    }

    private FieldValues shown(Scope scope, FieldValues values, FieldReach fields) {
        if (fields.whole()) {
            return values;
        }
        FieldValues shown = fields.shown(scope, values);
        Set<FieldId> more = new TreeSet<>(shown.hidden());
        Optional<SchemaSnapshot> law = schema.newest(country());
        shown.map().keySet().stream()
                .filter(field -> law.flatMap(l -> l.field(field)).isEmpty() && hiddenBefore(field, scope))
                .forEach(more::add);
        return more.size() == shown.hidden().size() ? shown : shown.hiding(more);
    }

    private boolean hiddenBefore(FieldId field, Scope scope) {
        return schema.knowing(country(), field)
                .map(before -> fields(before).hides(field, scope))
                .orElse(true);
    }

    private FieldReach fields(SchemaSnapshot law) {
        return access.fields(caller.session(), law, worksWith);
    }

    private String country() {
        return caller.actor().country();
    }

    private static SchemaSnapshot nothing(String country) {
        return new SchemaSnapshot(
                NAMELESS,
                country,
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                new Words(Map.of()));
    }
}
