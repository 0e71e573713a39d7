// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.schema.Sensitivity;
import org.openbarnahus.core.model.schema.Visibility;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.query.FieldReach;
import org.openbarnahus.core.service.query.FieldReach.Hidden;

/** Which fields who is not shown: pure, so that it can be read and tested as a table. */
final class FieldRules {
    private static final Visibility ANYWHERE = new Visibility(Set.of(), Set.of());

    private FieldRules() {}

    /**
     * All that a decision about fields depends on beside the schema.
     *
     * @param whole coordinates the house: is shown everything
     * @param texts works with the case: is shown free text
     */
    record Viewer(boolean whole, Agency agency, boolean texts) {
        static Viewer of(Actor actor, boolean worksWith) {
            return new Viewer(actor.is(Role.COORDINATOR), actor.agency(), worksWith);
        }
    }

    static FieldReach decide(SchemaSnapshot schema, Viewer viewer) {
        if (viewer.whole()) {
            return FieldReach.everything();
        }
        Map<FieldId, Hidden> hidden = new HashMap<>();
        schema.fields()
                .values()
                .forEach(field -> where(field, viewer).ifPresent(w -> hidden.put(field.id(), new Hidden(field, w))));
        return new FieldReach(false, hidden);
    }

    private static Optional<Visibility> where(FieldDefinition field, Viewer viewer) {
        if (field.sensitivity() == Sensitivity.FREE_TEXT && !viewer.texts()) {
            return Optional.of(ANYWHERE);
        }
        List<Visibility> against = field.visible().stream()
                .filter(v -> !v.agencies().contains(viewer.agency().code()))
                .toList();
        if (against.isEmpty()) {
            return Optional.empty();
        }
        if (against.stream().anyMatch(v -> v.on().isEmpty())) {
            return Optional.of(ANYWHERE);
        }
        Set<Scope> places = new HashSet<>();
        against.forEach(v -> places.addAll(v.on()));
        return Optional.of(new Visibility(places, Set.of()));
    }
}
