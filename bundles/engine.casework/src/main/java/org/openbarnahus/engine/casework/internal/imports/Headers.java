// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.Requirement;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;

/** The columns that the files may and must have under a schema. */
record Headers(SchemaSnapshot snapshot) {
    /** Fields of the case in form order. */
    List<FieldDefinition> caseFields() {
        return snapshot.fields(Scope.CASE);
    }

    /** Fields of all activity types in form order, each once. */
    List<FieldDefinition> activityFields() {
        List<FieldDefinition> fields = new ArrayList<>();
        snapshot.activityTypesInOrder().stream()
                .flatMap(t -> snapshot.fields(Scope.activity(t.code())).stream())
                .distinct()
                .sorted(Comparator.comparingInt(FieldDefinition::order).thenComparing(FieldDefinition::id))
                .forEach(fields::add);
        return fields;
    }

    void checkCases(Sheet sheet, boolean withTimeline, Findings findings) {
        List<String> needed = new ArrayList<>();
        if (withTimeline) {
            needed.add(RowReader.REFERENCE);
        }
        caseFields().stream().filter(f -> f.required() == Requirement.NOW).forEach(f -> needed.add(f.id().value()));
        check(sheet, Set.of(RowReader.REFERENCE), caseFields(), needed, findings);
    }

    void checkTimeline(Sheet sheet, Findings findings) {
        List<String> own = List.of(RowReader.REFERENCE, RowReader.TYPE, RowReader.DATE);
        check(sheet, new HashSet<>(own), activityFields(), own, findings);
    }

    private static void check(
            Sheet sheet, Set<String> own, List<FieldDefinition> fields, List<String> needed, Findings findings) {
        Set<String> known = new HashSet<>(own);
        fields.forEach(f -> known.add(f.id().value()));
        Set<String> seen = new HashSet<>();
        int position = 0;
        for (String column : sheet.columns()) {
            position++;
            boolean trailing = column.isEmpty();
            if (!trailing && (!known.contains(column) || !seen.add(column))) {
                // a header that is no field id may be anything, even a name: say where it stands instead
                String shown = FieldId.isValid(column) ? column : Integer.toString(position);
                findings.file(sheet.name(), 1, shown, ErrorCode.IMPORT_HEADER, "column", shown);
            }
        }
        for (String column : needed) {
            if (!seen.contains(column)) {
                findings.file(sheet.name(), 1, column, ErrorCode.IMPORT_HEADER, "column", column);
            }
        }
    }
}
