// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.schema.Visibility;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.service.query.FieldReach;
import org.openbarnahus.core.service.query.SharingMatrix.Row;
import org.openbarnahus.engine.access.internal.FieldRules.Viewer;

/** The sharing matrix, asked of {@link FieldRules} field by field: it cannot say anything else than what holds. */
final class SharingRows {
    /** As in {@link org.openbarnahus.core.service.query.SharingMatrix#VIEWERS}. */
    private static final List<Viewer> VIEWERS = List.of(
            new Viewer(true, Agency.BARNAHUS, true),
            new Viewer(false, Agency.BARNAHUS, true),
            new Viewer(false, Agency.CHILD_PROTECTION, true),
            new Viewer(false, Agency.HEALTH, true),
            new Viewer(false, Agency.POLICE, true),
            new Viewer(false, Agency.PROSECUTION, true),
            new Viewer(false, Agency.BARNAHUS, false));

    private final List<FieldReach> reaches;

    private SharingRows(SchemaSnapshot schema) {
        reaches = VIEWERS.stream().map(v -> FieldRules.decide(schema, v)).toList();
    }

    static List<Row> of(SchemaSnapshot schema) {
        SharingRows rows = new SharingRows(schema);
        Comparator<Row> order = Comparator.<Row, Boolean>comparing(r -> r.why().isEmpty())
                .thenComparing(Row::everybody)
                .thenComparing(r -> !r.field().askedIn(Scope.CASE))
                .thenComparing(r -> r.field().order())
                .thenComparing(r -> r.field().id())
                .thenComparing(r -> r.where().toString());
        return schema.fields().values().stream().flatMap(rows::of).sorted(order).toList();
    }

    /** One row for each answer that the field has, with the places where it has it. */
    private Stream<Row> of(FieldDefinition field) {
        Map<List<Boolean>, Set<Scope>> places = new LinkedHashMap<>();
        Set<Scope> scopes = new TreeSet<>(Comparator.comparing(Scope::value));
        scopes.addAll(field.scopes());
        field.visible().forEach((Visibility v) -> scopes.addAll(v.on()));
        for (Scope scope : scopes) {
            places.computeIfAbsent(shown(field, scope), k -> new TreeSet<>(Comparator.comparing(Scope::value)))
                    .add(scope);
        }
        return places.entrySet().stream().map(e -> new Row(field, e.getValue(), e.getKey(), why(field, e.getValue())));
    }

    private List<Boolean> shown(FieldDefinition field, Scope scope) {
        return reaches.stream().map(r -> !r.hides(field.id(), scope)).toList();
    }

    private static Optional<String> why(FieldDefinition field, Set<Scope> places) {
        boolean ruled = field.visible().stream().anyMatch(v -> places.stream().anyMatch(v::holdsIn));
        return ruled ? Optional.of(field.whyKey()) : Optional.empty();
    }
}
