// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValue.CodesValue;
import org.openbarnahus.core.model.value.FieldValue.DateValue;
import org.openbarnahus.core.model.value.FieldValue.IntegerValue;
import org.openbarnahus.core.model.value.FieldValue.RowsValue;
import org.openbarnahus.core.model.value.FieldValue.TextValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values as JSON in the database. Each value names its shape, so that it can be read without the schema it was recorded
 * under: {@code {"code":"a"}}, {@code {"codes":["a","b"],"main":"a"}}, {@code {"date":"2026-03-12"}}, {@code {"int":7}},
 * {@code {"text":"…"}}, {@code {"rows":[{"column":"code"}]}}.
 */
final class ValuesJson {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ValuesJson() {}

    static String write(Map<FieldId, FieldValue> values) {
        return node(values).toString();
    }

    static ObjectNode node(Map<FieldId, FieldValue> values) {
        ObjectNode node = MAPPER.createObjectNode();
        values.forEach((field, value) -> node.set(field.value(), node(value)));
        return node;
    }

    static Map<FieldId, FieldValue> read(@Nullable String json) {
        return json == null ? Map.of() : values(MAPPER.readTree(json));
    }

    static Map<FieldId, FieldValue> values(JsonNode node) {
        Map<FieldId, FieldValue> values = new TreeMap<>();
        node.properties().forEach(p -> values.put(FieldId.of(p.getKey()), value(p.getValue())));
        return values;
    }

    static ObjectNode node(FieldValue value) {
        ObjectNode node = MAPPER.createObjectNode();
        switch (value) {
            case CodeValue code -> node.put("code", code.code());
            case CodesValue codes -> {
                ArrayNode array = node.putArray("codes");
                codes.codes().forEach(array::add);
                if (codes.main() != null) {
                    node.put("main", codes.main());
                }
            }
            case DateValue date -> node.put("date", date.date().toString());
            case IntegerValue integer -> node.put("int", integer.number());
            case TextValue text -> node.put("text", text.text());
            case RowsValue rows -> {
                ArrayNode array = node.putArray("rows");
                rows.rows().forEach(row -> row.forEach(array.addObject()::put));
            }
        }
        return node;
    }

    static FieldValue value(JsonNode node) {
        String shape = node.propertyNames().iterator().next();
        JsonNode content = node.get(shape);
        return switch (shape) {
            case "code" -> new CodeValue(content.stringValue());
            // jsonb orders members by length: "main" may stand first
            case "codes", "main" -> codes(node);
            case "date" -> new DateValue(LocalDate.parse(content.stringValue()));
            case "int" -> new IntegerValue(content.longValue());
            case "text" -> new TextValue(content.stringValue());
            case "rows" -> rows(content);
            default -> throw new IllegalStateException("not a stored value");
        };
    }

    private static CodesValue codes(JsonNode node) {
        List<String> codes = new ArrayList<>();
        node.get("codes").forEach(c -> codes.add(c.stringValue()));
        JsonNode main = node.get("main");
        return new CodesValue(codes, main == null ? null : main.stringValue());
    }

    private static RowsValue rows(JsonNode array) {
        List<Map<String, String>> rows = new ArrayList<>();
        array.forEach(row -> rows.add(strings(row)));
        return new RowsValue(rows);
    }

    static String writeStrings(Map<String, String> map) {
        ObjectNode node = MAPPER.createObjectNode();
        new TreeMap<>(map).forEach(node::put);
        return node.toString();
    }

    static Map<String, String> readStrings(String json) {
        return strings(MAPPER.readTree(json));
    }

    private static Map<String, String> strings(JsonNode node) {
        Map<String, String> map = new TreeMap<>();
        node.properties().forEach(p -> map.put(p.getKey(), p.getValue().stringValue()));
        return map;
    }
}
