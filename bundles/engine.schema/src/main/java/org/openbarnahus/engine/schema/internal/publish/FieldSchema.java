// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openbarnahus.core.model.schema.CodeEntry;
import org.openbarnahus.core.model.schema.CodeList;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.JsonPlace;
import org.openbarnahus.core.model.schema.Requirement;
import org.openbarnahus.core.model.schema.SchemaSnapshot;

/** The JSON Schema of one field's value; code lists become {@code $defs}, gathered as they are used. */
final class FieldSchema {
    private static final Map<String, Object> DATE =
            Map.of("type", "string", "format", "date", "pattern", "^\\d{4}-\\d{2}-\\d{2}$");

    private final SchemaSnapshot snapshot;
    private final Map<String, Object> definitions;

    FieldSchema(SchemaSnapshot snapshot, Map<String, Object> definitions) {
        this.snapshot = snapshot;
        this.definitions = definitions;
    }

    static Map<String, Object> date(String title) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", title);
        schema.putAll(DATE);
        return schema;
    }

    Map<String, Object> of(FieldDefinition field) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("title", snapshot.label(Locale.ENGLISH, field.labelKey()));
        snapshot.words()
                .find(Locale.ENGLISH, field.labelKey() + ".help")
                .ifPresent(help -> schema.put("description", help));
        switch (field.type()) {
            case CODE -> schema.putAll(list(field.codeList().orElse("")));
            case YES_NO_UNKNOWN -> schema.putAll(list("yes_no_unknown"));
            case CODE_MULTI -> multi(field, schema);
            case DATE -> schema.putAll(DATE);
            case INTEGER -> integer(field, schema);
            case TEXT -> text(field, schema);
            case ROWS -> array(field, schema, row(field));
        }
        return schema;
    }

    private Map<String, Object> list(String id) {
        String name = "list." + id;
        definitions.computeIfAbsent(name, n -> codes(id));
        return Map.of("$ref", "#/$defs/" + name);
    }

    private Map<String, Object> codes(String id) {
        List<String> codes = snapshot.codeList(id)
                .map(CodeList::entries)
                .map(entries -> entries.stream()
                        .filter(e -> !e.hidden())
                        .map(CodeEntry::code)
                        .toList())
                .orElse(List.of());
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        schema.put("enum", codes);
        return schema;
    }

    private void multi(FieldDefinition field, Map<String, Object> schema) {
        Map<String, Object> code = list(field.codeList().orElse(""));
        if (!JsonPlace.marksMain(field.id())) {
            array(field, schema, code);
            schema.put("uniqueItems", true);
            return;
        }
        Map<String, Object> item = BodySchema.object();
        item.put("properties", new LinkedHashMap<>(Map.of("code", code, "main", Map.of("type", "boolean"))));
        item.put("required", List.of("code"));
        array(field, schema, item);
        schema.put("contains", BodySchema.there(List.of("main"), Map.of("const", true)));
        schema.put("minContains", 0);
        schema.put("maxContains", 1);
    }

    private static void array(FieldDefinition field, Map<String, Object> schema, Map<String, Object> item) {
        schema.put("type", "array");
        schema.put("items", item);
        if (field.required() == Requirement.NOW) {
            schema.put("minItems", 1);
        }
        Integer most = field.limits().maxLength();
        if (most != null) {
            schema.put("maxItems", most);
        }
    }

    private Map<String, Object> row(FieldDefinition field) {
        Map<String, Object> columns = new LinkedHashMap<>();
        field.columns().forEach(c -> {
            Map<String, Object> column = new LinkedHashMap<>();
            column.put("title", snapshot.label(Locale.ENGLISH, field.labelKey() + ".column." + c.name()));
            column.putAll(list(c.codeList()));
            columns.put(c.name(), column);
        });
        Map<String, Object> row = BodySchema.object();
        row.put("properties", columns);
        row.put(
                "required",
                field.columns().stream()
                        .filter(c -> c.required())
                        .map(c -> c.name())
                        .toList());
        row.put("minProperties", 1);
        return row;
    }

    private static void integer(FieldDefinition field, Map<String, Object> schema) {
        schema.put("type", "integer");
        Long min = field.limits().min();
        Long max = field.limits().max();
        if (min != null) {
            schema.put("minimum", min);
        }
        if (max != null) {
            schema.put("maximum", max);
        }
    }

    private static void text(FieldDefinition field, Map<String, Object> schema) {
        schema.put("type", "string");
        schema.put("minLength", 1);
        Integer most = field.limits().maxLength();
        if (most != null) {
            schema.put("maxLength", most);
        }
    }
}
