// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.cases;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.JsonPlace;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.rest.api.internal.Json;
import org.openbarnahus.rest.api.internal.schema.Pointers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a client sends back as it read it although its pack is gone: no change, so nobody asks whether it could be recorded
 * today. Without this, whoever reads a case and puts it back would have to know which of its values belong to the archive.
 *
 * @param schema the schema in force; absent for a new object, which keeps nothing
 * @param stored the values as they are
 */
record Kept(@Nullable SchemaSnapshot schema, Scope scope, FieldValues stored) {
    static final Kept NOTHING = new Kept(null, Scope.CASE, FieldValues.empty());

    /** The body without the fields that no schema knows any more and that it leaves as they are. */
    JsonNode living(JsonNode body) {
        JsonNode living = body.deepCopy();
        stored.map().keySet().stream()
                .filter(gone())
                .filter(f -> unchanged(f, body))
                .forEach(field -> {
                    List<String> path = JsonPlace.of(scope, field).path();
                    if (at(living, path.subList(0, path.size() - 1)) instanceof ObjectNode parent) {
                        parent.remove(path.getLast());
                    }
                });
        return living;
    }

    /** The problems without those of codes that are gone and that the body leaves as they are. */
    List<Problem> without(List<Problem> problems, JsonNode body) {
        return problems.stream()
                .filter(p -> p.code() != ErrorCode.UNKNOWN_CODE
                        || stored.map().keySet().stream()
                                .filter(f -> unchanged(f, body))
                                .noneMatch(f -> lies(p, f)))
                .toList();
    }

    private boolean lies(Problem problem, FieldId field) {
        String place = Pointers.of(JsonPlace.of(scope, field));
        return problem.path().equals(place) || problem.path().startsWith(place + '/');
    }

    private Predicate<FieldId> gone() {
        return field -> Optional.ofNullable(schema)
                .flatMap(s -> s.field(field))
                .filter(f -> f.askedIn(scope))
                .isEmpty();
    }

    private boolean unchanged(FieldId field, JsonNode body) {
        JsonNode sent = at(body, JsonPlace.of(scope, field).path());
        return stored.get(field).map(value -> asSent(field, value).equals(sent)).orElse(false);
    }

    /** Through its text, so that a number is of the same kind as one that was parsed. */
    private static JsonNode asSent(FieldId field, FieldValue value) {
        return Json.MAPPER.readTree(ValueJson.write(field, value).toString());
    }

    private static JsonNode at(JsonNode body, List<String> path) {
        JsonNode node = body;
        for (String member : path) {
            node = node.path(member);
        }
        return node;
    }
}
