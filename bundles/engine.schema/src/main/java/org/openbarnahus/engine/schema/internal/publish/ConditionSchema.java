// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.schema.FieldType;
import org.openbarnahus.core.model.schema.JsonPlace;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;

/** A condition on the fields of one body as JSON Schema; one that looks at events or days cannot be said there. */
final class ConditionSchema {
    private final SchemaSnapshot snapshot;
    private final Scope scope;

    ConditionSchema(SchemaSnapshot snapshot, Scope scope) {
        this.snapshot = snapshot;
        this.scope = scope;
    }

    Optional<Map<String, Object>> of(Condition condition) {
        return switch (condition) {
            case Condition.All all -> each("allOf", all.of(), Map.of());
            case Condition.Any any -> each("anyOf", any.of(), Map.of("not", Map.of()));
            case Condition.Not not -> of(not.of()).map(s -> Map.of("not", s));
            case Condition.FieldIn in -> Optional.of(in(in));
            case Condition.FieldPresent present -> Optional.of(BodySchema.there(path(present.field())));
            case Condition.NumberBetween between -> Optional.of(between(between));
            case Condition.EventExists event -> Optional.empty();
            case Condition.DaysBetween days -> Optional.empty();
        };
    }

    private Optional<Map<String, Object>> each(
            String keyword, List<Condition> conditions, Map<String, Object> whenNone) {
        List<Object> schemas = new ArrayList<>();
        for (Condition condition : conditions) {
            Optional<Map<String, Object>> schema = of(condition);
            if (schema.isEmpty()) {
                return Optional.empty();
            }
            schemas.add(schema.get());
        }
        return Optional.of(schemas.isEmpty() ? whenNone : Map.of(keyword, schemas));
    }

    private Map<String, Object> in(Condition.FieldIn in) {
        Map<String, Object> codes = Map.of("enum", List.copyOf(new TreeSet<>(in.codes())));
        FieldType type = snapshot.field(in.field()).map(f -> f.type()).orElse(FieldType.CODE);
        Map<String, Object> value = switch (type) {
            case CODE_MULTI ->
                Map.of("contains", JsonPlace.marksMain(in.field()) ? BodySchema.there(List.of("code"), codes) : codes);
            case ROWS -> Map.of("contains", anyColumn(in, codes));
            default -> codes;
        };
        return BodySchema.there(path(in.field()), value);
    }

    private Map<String, Object> anyColumn(Condition.FieldIn in, Map<String, Object> codes) {
        List<Object> columns = new ArrayList<>();
        snapshot.field(in.field())
                .ifPresent(f -> f.columns().forEach(c -> columns.add(BodySchema.there(List.of(c.name()), codes))));
        return Map.of("anyOf", columns);
    }

    private Map<String, Object> between(Condition.NumberBetween between) {
        Map<String, Object> bounds = new LinkedHashMap<>();
        if (between.min() != null) {
            bounds.put("minimum", between.min());
        }
        if (between.max() != null) {
            bounds.put("maximum", between.max());
        }
        return BodySchema.there(path(between.field()), bounds);
    }

    private List<String> path(FieldId field) {
        return JsonPlace.of(scope, field).path();
    }
}
