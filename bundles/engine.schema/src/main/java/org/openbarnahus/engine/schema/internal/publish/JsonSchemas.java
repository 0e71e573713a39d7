// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.schema.ActivityType;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.JsonPlace;
import org.openbarnahus.core.model.schema.Requirement;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.service.query.JsonSchemaKind;
import org.openbarnahus.engine.schema.internal.pack.ConditionReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * A snapshot as JSON Schema 2020-12 of what REST accepts when something new is sent: codes as enum, requirements and show_if
 * as if/then, nothing unknown. What a schema cannot say (validity of a code on a day, dates in the future) is judged by the
 * schema gate only.
 */
public final class JsonSchemas {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ENTRY = "timeline_entry";
    private static final int MOST_ENTRIES = 500;

    private final SchemaSnapshot snapshot;
    private final Map<String, Object> definitions = new TreeMap<>();
    private final FieldSchema values;

    private JsonSchemas(SchemaSnapshot snapshot) {
        this.snapshot = snapshot;
        this.values = new FieldSchema(snapshot, definitions);
    }

    /** The schema as JSON text. */
    public static String write(SchemaSnapshot snapshot, JsonSchemaKind kind) {
        JsonSchemas schemas = new JsonSchemas(snapshot);
        Map<String, Object> body = switch (kind) {
            case CASE -> schemas.caseBody();
            case TIMELINE_ENTRY -> schemas.entryBody();
        };
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put(
                "$id",
                "urn:openbarnahus:schema:" + snapshot.id() + ":" + kind.name().toLowerCase(Locale.ROOT));
        document.putAll(body);
        document.put("$defs", schemas.definitions);
        return JSON.writeValueAsString(document);
    }

    private Map<String, Object> caseBody() {
        BodySchema body = new BodySchema();
        body.put(List.of(JsonPlace.CORE), BodySchema.object(), true);
        body.put(List.of(JsonPlace.NATIONAL), BodySchema.object(), false);
        for (FieldDefinition field : asked(Scope.CASE)) {
            boolean required =
                    field.required() == Requirement.NOW && field.showIf().equals(Condition.ALWAYS);
            body.put(path(Scope.CASE, field), values.of(field), required);
            showIf(body, Scope.CASE, field, Optional.empty());
        }
        definitions.put(ENTRY, entryBody());
        Map<String, Object> timeline = new LinkedHashMap<>();
        timeline.put("title", "Timeline");
        timeline.put("type", "array");
        timeline.put("maxItems", MOST_ENTRIES);
        timeline.put("items", Map.of("$ref", "#/$defs/" + ENTRY));
        body.put(List.of("timeline"), timeline, false);
        return body.build("Case");
    }

    private Map<String, Object> entryBody() {
        BodySchema body = new BodySchema();
        List<String> types =
                snapshot.activityTypesInOrder().stream().map(ActivityType::code).toList();
        body.put(List.of("type"), Map.of("title", "Type", "type", "string", "enum", types), true);
        body.put(List.of("date"), FieldSchema.date("Date"), true);
        body.put(List.of(JsonPlace.CONDITIONS), BodySchema.object(), false);
        for (FieldDefinition field : asked(Scope.ANY_ACTIVITY)) {
            body.put(path(Scope.ANY_ACTIVITY, field), values.of(field), false);
            showIf(body, Scope.ANY_ACTIVITY, field, Optional.empty());
        }
        for (String type : types) {
            type(body, type);
        }
        return body.build("Timeline entry");
    }

    /** What the activity type allows among the conditions, and what it requires. */
    private void type(BodySchema body, String type) {
        Scope scope = Scope.activity(type);
        Map<String, Object> isType = BodySchema.there(List.of("type"), Map.of("const", type));
        List<String> allowed = new ArrayList<>();
        List<Object> then = new ArrayList<>();
        for (FieldDefinition field : asked(scope)) {
            List<String> path = path(scope, field);
            if (path.getFirst().equals(JsonPlace.CONDITIONS)) {
                allowed.add(path.getLast());
                body.put(path, values.of(field), false);
            }
            if (field.required() == Requirement.NOW && field.showIf().equals(Condition.ALWAYS)) {
                then.add(BodySchema.there(path));
            }
            if (!field.scopes().contains(Scope.ANY_ACTIVITY)) {
                showIf(body, scope, field, Optional.of(isType));
            }
        }
        then.add(Map.of("properties", Map.of(JsonPlace.CONDITIONS, Map.of("propertyNames", Map.of("enum", allowed)))));
        body.condition(ifThen(isType, "then", Map.of("allOf", then)));
    }

    /** Where show_if holds the field may be required; where it does not, the field must be absent. */
    private void showIf(BodySchema body, Scope scope, FieldDefinition field, Optional<Map<String, Object>> isType) {
        if (field.showIf().equals(Condition.ALWAYS)) {
            return;
        }
        List<String> path = path(scope, field);
        new ConditionSchema(snapshot, scope).of(field.showIf()).ifPresent(shown -> {
            Map<String, Object> rule = ifThen(shown, "else", Map.of("not", BodySchema.there(path)));
            if (field.required() == Requirement.NOW) {
                rule.put("then", BodySchema.there(path));
            }
            body.condition(isType.map(type -> ifThen(type, "then", rule)).orElse(rule));
        });
    }

    private static Map<String, Object> ifThen(
            Map<String, Object> condition, String keyword, Map<String, Object> consequence) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("if", condition);
        rule.put(keyword, consequence);
        return rule;
    }

    private List<FieldDefinition> asked(Scope scope) {
        return snapshot.fields(scope).stream()
                .filter(f -> !f.showIf().equals(ConditionReader.NEVER))
                .toList();
    }

    private static List<String> path(Scope scope, FieldDefinition field) {
        return JsonPlace.of(scope, field.id()).path();
    }
}
