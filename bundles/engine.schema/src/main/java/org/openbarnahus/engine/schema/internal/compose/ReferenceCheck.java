// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.compose;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openbarnahus.core.model.schema.CodeList;
import org.openbarnahus.core.model.schema.Column;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.FieldType;
import org.openbarnahus.engine.schema.internal.pack.Pack;
import org.openbarnahus.engine.schema.internal.pack.PackHead.Kind;
import org.openbarnahus.engine.schema.internal.pack.Place;
import org.openbarnahus.engine.schema.internal.pack.Problems;
import org.openbarnahus.engine.schema.internal.pack.Reference;

/** Whether everything a pack names is declared by it or by a pack composed before it. */
final class ReferenceCheck {
    private static final Set<FieldType> CODED =
            Set.of(FieldType.CODE, FieldType.CODE_MULTI, FieldType.YES_NO_UNKNOWN, FieldType.ROWS);

    private final Composition all;
    private final Pack pack;
    private final Problems problems;

    ReferenceCheck(Composition all, Pack pack, Problems problems) {
        this.all = all;
        this.pack = pack;
        this.problems = problems;
    }

    void check() {
        pack.references().forEach(this::check);
        if (pack.head().kind() == Kind.COUNTRY) {
            all.openLists.forEach(list -> problems.add(
                    Place.start("pack.yaml"),
                    "the country leaves out list " + Problems.quote(list) + ", which core fields ask for",
                    "add codelists/" + list + ".csv"));
        }
    }

    private void check(Reference reference) {
        switch (reference) {
            case Reference.ToField field -> field(field);
            case Reference.ToActivity activity -> activity(activity.type(), activity.place());
            case Reference.ToList list -> list(list.list(), list.place());
            case Reference.ToCode code -> codes(List.of(code.list()), Set.of(code.code()), code.place());
        }
    }

    private void activity(String type, Place place) {
        if (!all.activities.containsKey(type)) {
            problems.add(place, "no activity type " + Problems.quote(type), "correct it or declare it in activities/");
        }
    }

    private void list(String list, Place place) {
        if (all.codeLists.containsKey(list)) {
            return;
        }
        if (pack.head().kind() == Kind.CORE) {
            all.openLists.add(list);
        } else if (!all.openLists.contains(list)) {
            problems.add(place, "no code list " + Problems.quote(list), "correct it or add codelists/" + list + ".csv");
        }
    }

    private void field(Reference.ToField reference) {
        FieldDefinition field = all.fields.get(reference.field());
        Place place = reference.place();
        if (field == null) {
            problems.add(place, "no field " + Merge.name(reference.field()), "correct the id or declare the field");
            return;
        }
        if (!reference.scopes().stream().allMatch(field::askedIn)) {
            problems.add(
                    place,
                    "field " + Merge.name(field.id()) + " is not asked for there",
                    "it stands on "
                            + String.join(
                                    ", ",
                                    new TreeSet<>(field.scopes().stream()
                                            .map(s -> s.value())
                                            .toList())));
        }
        boolean fits = switch (reference.use()) {
            case ANY -> true;
            case CODES -> CODED.contains(field.type());
            case NUMBER -> field.type() == FieldType.INTEGER;
            case DATE -> field.type() == FieldType.DATE;
        };
        if (!fits) {
            problems.add(
                    place,
                    "field " + Merge.name(field.id()) + " has another type",
                    "codes are compared by in, numbers by between, dates are moments");
            return;
        }
        codes(lists(field), reference.codes(), place);
    }

    private List<String> lists(FieldDefinition field) {
        return Stream.concat(
                        all.listOf(field).stream(), field.columns().stream().map(Column::codeList))
                .toList();
    }

    private void codes(List<String> lists, Set<String> codes, Place place) {
        if (lists.stream().anyMatch(all.openLists::contains)) {
            return; // the country will bring the codes
        }
        for (String code : new TreeSet<>(codes)) {
            boolean known = lists.stream()
                    .map(all.codeLists::get)
                    .filter(java.util.Objects::nonNull)
                    .anyMatch((CodeList l) -> l.find(code).isPresent());
            if (!known) {
                problems.add(
                        place,
                        "no code " + Problems.quote(code) + " in list " + String.join(", ", lists),
                        "correct the code; yes and no need no quotes, they stay texts");
            }
        }
    }
}
