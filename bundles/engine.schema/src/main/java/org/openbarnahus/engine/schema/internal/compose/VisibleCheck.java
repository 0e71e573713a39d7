// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.compose;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.condition.Moment;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.Requirement;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.schema.Visibility;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.engine.schema.internal.pack.Pack;
import org.openbarnahus.engine.schema.internal.pack.Place;
import org.openbarnahus.engine.schema.internal.pack.Problems;

/** Whether everybody can still work with a field that not everybody is shown, and whether nothing else gives it away. */
final class VisibleCheck {
    private final Composition all;
    private final Pack pack;
    private final Problems problems;

    VisibleCheck(Composition all, Pack pack, Problems problems) {
        this.all = all;
        this.pack = pack;
        this.problems = problems;
    }

    void check() {
        Map<FieldId, Place> touched = new HashMap<>();
        pack.fields().forEach(f -> touched.put(f.value().id(), f.place()));
        pack.overrides().forEach(o -> touched.put(o.id(), o.place()));
        touched.forEach((id, place) -> {
            FieldDefinition field = all.fields.get(id);
            if (field != null) {
                recordable(field, place);
                places(field, place);
            }
        });
        all.fields.values().forEach(field -> conditions(field, touched));
    }

    /** What is asked for at once is asked of whoever records it. */
    private void recordable(FieldDefinition field, Place place) {
        if (!field.visible().isEmpty() && field.required() == Requirement.NOW) {
            problems.add(
                    place,
                    "field " + Merge.name(field.id()) + " is required now and not shown to everybody who records it",
                    "make it required before_closure, or take visible away");
        }
    }

    private void places(FieldDefinition field, Place place) {
        field.visible().stream()
                .flatMap((Visibility v) -> v.on().stream())
                .filter(scope -> !asked(field, scope))
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .forEach(scope -> problems.add(
                        place,
                        "visible speaks of " + scope + ", where " + Merge.name(field.id()) + " is not asked for",
                        "name places where it is, or take on away"));
    }

    private static boolean asked(FieldDefinition field, Scope scope) {
        return field.askedIn(scope)
                || scope.equals(Scope.ANY_ACTIVITY) && !field.scopes().equals(Set.of(Scope.CASE));
    }

    /** A field that stands in a form only while another has a certain value tells whoever sees it what stands in the other. */
    private void conditions(FieldDefinition field, Map<FieldId, Place> touched) {
        for (FieldId named : named(field.showIf()).toList()) {
            FieldDefinition other = all.fields.get(named);
            Place place = touched.getOrDefault(field.id(), touched.get(named));
            if (other != null && place != null && !agencies(other).containsAll(agencies(field))) {
                problems.add(
                        place,
                        "field " + Merge.name(field.id()) + " is shown to more agencies than " + Merge.name(named)
                                + ", on which it depends",
                        "show it to the same agencies, or make it depend on another field");
            }
        }
    }

    private static Stream<FieldId> named(Condition condition) {
        return switch (condition) {
            case Condition.All all -> all.of().stream().flatMap(VisibleCheck::named);
            case Condition.Any any -> any.of().stream().flatMap(VisibleCheck::named);
            case Condition.Not not -> named(not.of());
            case Condition.FieldIn in -> Stream.of(in.field());
            case Condition.FieldPresent present -> Stream.of(present.field());
            case Condition.NumberBetween between -> Stream.of(between.field());
            // over the timeline: no form asks for a field because of it
            case Condition.EventExists events -> Stream.empty();
            case Condition.DaysBetween days -> Stream.of(days.from(), days.to()).flatMap(VisibleCheck::named);
        };
    }

    private static Stream<FieldId> named(Moment moment) {
        return moment instanceof Moment.FieldDate date ? Stream.of(date.field()) : Stream.empty();
    }

    /** Those that are shown the field wherever it stands. */
    private static Set<String> agencies(FieldDefinition field) {
        return Stream.of(Agency.values())
                .map(Agency::code)
                .filter(code ->
                        field.visible().stream().allMatch(v -> v.agencies().contains(code)))
                .collect(Collectors.toSet());
    }
}
