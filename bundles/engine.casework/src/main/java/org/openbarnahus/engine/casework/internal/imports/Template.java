// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.schema.ActivityType;
import org.openbarnahus.core.model.schema.CodeEntry;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;

/** A file to fill in: the header line of the schema in force and an example, commented out. */
record Template(SchemaSnapshot snapshot, LocalDate today) {
    private static final String EXAMPLE = "case-1";

    String cases() {
        List<FieldDefinition> fields = new Headers(snapshot).caseFields();
        List<String> head = new ArrayList<>(List.of(RowReader.REFERENCE));
        List<String> example = new ArrayList<>(List.of(EXAMPLE));
        fill(fields, f -> true, head, example);
        return lines(head, example);
    }

    String timeline() {
        List<String> head = new ArrayList<>(List.of(RowReader.REFERENCE, RowReader.TYPE, RowReader.DATE));
        String type = snapshot.activityTypesInOrder().stream()
                .findFirst()
                .map(ActivityType::code)
                .orElse("");
        List<String> example = new ArrayList<>(List.of(EXAMPLE, type, today.toString()));
        fill(
                new Headers(snapshot).activityFields(),
                f -> !type.isEmpty() && f.askedIn(Scope.activity(type)),
                head,
                example);
        return lines(head, example);
    }

    private void fill(
            List<FieldDefinition> fields, Predicate<FieldDefinition> asked, List<String> head, List<String> example) {
        for (FieldDefinition field : fields) {
            head.add(field.id().value());
            boolean always = field.showIf().equals(Condition.ALWAYS);
            example.add(always && asked.test(field) ? example(field) : "");
        }
    }

    private String example(FieldDefinition field) {
        return switch (field.type()) {
            case CODE, YES_NO_UNKNOWN -> codes(field.codeList().orElse("yes_no_unknown"), 1);
            case CODE_MULTI -> starred(codes(field.codeList().orElse(""), 2));
            case DATE -> today.toString();
            case INTEGER -> Long.toString(number(field));
            case TEXT -> "";
            case ROWS ->
                field.columns().stream().map(c -> codes(c.codeList(), 1)).collect(Collectors.joining("/"));
        };
    }

    private static String starred(String codes) {
        return codes.contains("|") ? codes.replaceFirst("\\|", "*|") : codes;
    }

    private static long number(FieldDefinition field) {
        Long min = field.limits().min();
        return min == null ? 1 : Math.max(min, 1);
    }

    private String codes(String list, int count) {
        return snapshot.codeList(list).stream()
                .flatMap(l -> l.entries().stream())
                .filter(e -> !e.hidden() && e.validOn(today))
                .limit(count)
                .map(CodeEntry::code)
                .collect(Collectors.joining("|"));
    }

    private static String lines(List<String> head, List<String> example) {
        return String.join(",", head) + "\n# " + String.join(",", example) + "\n";
    }
}
