// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.cases;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.JsonPlace;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValue.CodesValue;
import org.openbarnahus.core.model.value.FieldValue.DateValue;
import org.openbarnahus.core.model.value.FieldValue.IntegerValue;
import org.openbarnahus.core.model.value.FieldValue.RowsValue;
import org.openbarnahus.core.model.value.FieldValue.TextValue;
import org.openbarnahus.rest.api.internal.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One value between its JSON shape and the model. */
final class ValueJson {
    private ValueJson() {}

    static JsonNode write(FieldId field, FieldValue value) {
        return switch (value) {
            case CodeValue code -> Json.MAPPER.valueToTree(code.code());
            case DateValue date -> Json.MAPPER.valueToTree(date.date().toString());
            case IntegerValue number -> Json.MAPPER.valueToTree(number.number());
            case TextValue text -> Json.MAPPER.valueToTree(text.text());
            case CodesValue codes -> JsonPlace.marksMain(field) ? marked(codes) : plain(codes);
            case RowsValue rows -> rows(rows);
        };
    }

    /**
     * The value in the shape the definition asks for.
     *
     * @return empty when the JSON has another shape; a blank text, and an empty list, are no value and read as absent
     */
    static Optional<Optional<FieldValue>> read(FieldDefinition field, JsonNode json) {
        try {
            return Optional.of(Optional.ofNullable(
                    switch (field.type()) {
                        case CODE, YES_NO_UNKNOWN -> new CodeValue(string(json));
                        case DATE -> new DateValue(LocalDate.parse(string(json)));
                        case INTEGER -> new IntegerValue(integer(json));
                        case TEXT -> string(json).isBlank() ? null : new TextValue(string(json));
                        case CODE_MULTI -> codes(json, JsonPlace.marksMain(field.id()));
                        case ROWS -> rows(json);
                    }));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static ArrayNode plain(CodesValue codes) {
        ArrayNode array = Json.array();
        codes.codes().forEach(array::add);
        return array;
    }

    private static ArrayNode marked(CodesValue codes) {
        ArrayNode array = Json.array();
        codes.codes().forEach(c -> array.addObject().put("code", c).put("main", c.equals(codes.main())));
        return array;
    }

    private static ArrayNode rows(RowsValue rows) {
        ArrayNode array = Json.array();
        rows.rows().forEach(row -> {
            ObjectNode object = array.addObject();
            row.forEach(object::put);
        });
        return array;
    }

    private static @Nullable FieldValue codes(JsonNode json, boolean marked) {
        List<String> codes = new ArrayList<>();
        String main = null;
        for (JsonNode item : array(json)) {
            String code = string(marked ? item.path("code") : item);
            codes.add(code);
            if (marked && item.path("main").asBoolean(false)) {
                if (main != null) {
                    throw new IllegalArgumentException("one main code at most");
                }
                main = code;
            }
        }
        return codes.isEmpty() ? null : new CodesValue(codes, main);
    }

    private static @Nullable FieldValue rows(JsonNode json) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode item : array(json)) {
            Map<String, String> row = new TreeMap<>();
            item.properties().forEach(p -> row.put(p.getKey(), string(p.getValue())));
            rows.add(row);
        }
        return rows.isEmpty() ? null : new RowsValue(rows);
    }

    private static JsonNode array(JsonNode json) {
        if (!json.isArray()) {
            throw new IllegalArgumentException("a list is expected");
        }
        return json;
    }

    private static String string(JsonNode json) {
        if (!json.isString()) {
            throw new IllegalArgumentException("a string is expected");
        }
        return json.stringValue();
    }

    private static long integer(JsonNode json) {
        if (!json.isIntegralNumber() || !json.canConvertToLong()) {
            throw new IllegalArgumentException("a whole number is expected");
        }
        return json.longValue();
    }
}
