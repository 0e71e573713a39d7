// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.schema.CodeEntry;
import org.openbarnahus.core.model.schema.CodeList;
import org.openbarnahus.core.model.schema.Column;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.FieldType;
import org.openbarnahus.core.model.schema.Limits;
import org.openbarnahus.core.model.schema.Requirement;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.schema.Sensitivity;
import org.openbarnahus.core.model.schema.Words;
import org.openbarnahus.core.model.value.FieldId;

/** Builds small schemas. */
final class Schemas {
    private final Map<FieldId, FieldDefinition> fields = new LinkedHashMap<>();
    private final Map<String, CodeList> lists = new LinkedHashMap<>();
    private final Map<String, String> english = new LinkedHashMap<>();

    static Schemas aSchema() {
        return new Schemas();
    }

    Schemas field(String id, FieldType type) {
        return field(id, type, Optional.empty(), Condition.ALWAYS, List.of());
    }

    Schemas coded(String id, FieldType type, String list) {
        return field(id, type, Optional.of(list), Condition.ALWAYS, List.of());
    }

    Schemas coded(String id, FieldType type, String list, Condition showIf) {
        return field(id, type, Optional.of(list), showIf, List.of());
    }

    Schemas rows(String id, Column... columns) {
        return field(id, FieldType.ROWS, Optional.empty(), Condition.ALWAYS, List.of(columns));
    }

    private Schemas field(String id, FieldType type, Optional<String> list, Condition showIf, List<Column> columns) {
        FieldId field = FieldId.of(id);
        fields.put(
                field,
                new FieldDefinition(
                        field,
                        "core",
                        Set.of(Scope.CASE),
                        type,
                        "general",
                        fields.size(),
                        id.equals("age") ? Requirement.NOW : Requirement.NO,
                        list,
                        columns,
                        Limits.NONE,
                        showIf,
                        Sensitivity.PLAIN,
                        Optional.empty()));
        return this;
    }

    Schemas list(String id, String... codes) {
        List<CodeEntry> entries = new ArrayList<>();
        for (String code : codes) {
            entries.add(entry(code, Optional.empty()));
        }
        lists.put(id, CodeList.of(id, entries));
        return this;
    }

    Schemas expired(String list, String code, LocalDate lastDay) {
        List<CodeEntry> entries =
                new ArrayList<>(Objects.requireNonNull(lists.get(list)).entries());
        entries.add(entry(code, Optional.of(lastDay)));
        lists.put(list, CodeList.of(list, entries));
        return this;
    }

    private static CodeEntry entry(String code, Optional<LocalDate> lastDay) {
        return new CodeEntry(
                code, "core", Optional.empty(), Optional.empty(), Optional.empty(), lastDay, false, Map.of());
    }

    Schemas word(String key, String text) {
        english.put(key, text);
        return this;
    }

    SchemaSnapshot done() {
        return new SchemaSnapshot(
                new SnapshotId("s0123456789abcdef"),
                "SE",
                List.of(),
                fields,
                lists,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                new Words(Map.of("en", english)));
    }
}
