// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.JsonPlace;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.rest.api.internal.Json;
import org.openbarnahus.rest.api.internal.ProblemException;
import org.openbarnahus.rest.api.internal.schema.Pointers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a case or entry between a JSON body and the model. */
final class BodyFields {
    private final SchemaSnapshot schema;
    private final Scope scope;

    BodyFields(SchemaSnapshot schema, Scope scope) {
        this.schema = schema;
        this.scope = scope;
    }

    /** Puts every value into its place of the body. It asks no schema, so what a pack has left behind is shown too. */
    static void write(Scope scope, FieldValues values, ObjectNode body) {
        values.map().forEach((field, value) -> {
            List<String> path = JsonPlace.of(scope, field).path();
            ObjectNode parent = body;
            for (String member : path.subList(0, path.size() - 1)) {
                parent = parent.has(member) ? (ObjectNode) parent.get(member) : parent.putObject(member);
            }
            parent.set(path.getLast(), ValueJson.write(field, value));
        });
    }

    /** The values of a whole body. */
    FieldValues read(JsonNode body, Set<String> otherMembers) {
        Map<FieldId, FieldValue> values = new TreeMap<>();
        changes(body, otherMembers).forEach((field, value) -> value.ifPresent(v -> values.put(field, v)));
        return new FieldValues(values);
    }

    /**
     * What a whole body changes: each field it leaves out is cleared, unless no schema knows it any more or the reader is not
     * shown it.
     */
    Map<FieldId, Optional<FieldValue>> replacing(JsonNode body, Set<String> otherMembers, Set<FieldId> hidden) {
        Map<FieldId, Optional<FieldValue>> changes = new TreeMap<>();
        schema.fields(scope).forEach(f -> changes.put(f.id(), Optional.empty()));
        changes.keySet().removeAll(hidden);
        changes.putAll(changes(body, otherMembers));
        return changes;
    }

    /** What a partial body changes (RFC 7396): null clears, absent leaves. */
    Map<FieldId, Optional<FieldValue>> changes(JsonNode body, Set<String> otherMembers) {
        Map<FieldId, Optional<FieldValue>> changes = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        leaves(List.of(), body, otherMembers).forEach((place, json) -> {
            Optional<FieldId> id = place.field(scope);
            if (id.isEmpty()) {
                problems.add(Problem.at(ErrorCode.UNKNOWN_FIELD, Pointers.of(place)));
            } else if (json.isNull()) {
                changes.put(id.get(), Optional.empty());
            } else {
                read(id.get(), json, place, problems).ifPresent(v -> changes.put(id.get(), v));
            }
        });
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return changes;
    }

    private Optional<Optional<FieldValue>> read(FieldId id, JsonNode json, JsonPlace place, List<Problem> problems) {
        var definition = schema.field(id).filter(f -> f.askedIn(scope));
        if (definition.isEmpty()) {
            problems.add(Problem.at(ErrorCode.UNKNOWN_FIELD, Pointers.of(place)));
            return Optional.empty();
        }
        var value = ValueJson.read(definition.get(), json);
        if (value.isEmpty()) {
            problems.add(Problem.at(ErrorCode.WRONG_TYPE, Pointers.of(place)));
        }
        return value;
    }

    /** Walks down to the places that fields have; lists and rows are values, not places. */
    private static Map<JsonPlace, JsonNode> leaves(List<String> path, JsonNode node, Set<String> otherMembers) {
        Map<JsonPlace, JsonNode> leaves = new java.util.LinkedHashMap<>();
        node.properties().forEach(member -> {
            List<String> below = new ArrayList<>(path);
            below.add(member.getKey());
            boolean ours = path.isEmpty() && otherMembers.contains(member.getKey());
            if (!ours && member.getValue().isObject() && below.size() < 3) {
                leaves.putAll(leaves(below, member.getValue(), otherMembers));
            } else if (!ours) {
                leaves.put(new JsonPlace(below), member.getValue());
            }
        });
        return leaves;
    }

    /** The body without nulls and without the members that are ours: what the published schema speaks of. */
    static ObjectNode bare(JsonNode body, Set<String> otherMembers) {
        ObjectNode bare = Json.object();
        body.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (!value.isNull() && !otherMembers.contains(member.getKey())) {
                bare.set(member.getKey(), value.isObject() ? bare(value, Set.of()) : value);
            }
        });
        return bare;
    }
}
