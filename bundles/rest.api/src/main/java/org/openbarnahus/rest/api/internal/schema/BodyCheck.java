// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SchemaService;
import org.openbarnahus.core.service.query.JsonSchemaKind;
import org.openbarnahus.rest.api.internal.Json;
import org.openbarnahus.rest.api.internal.ProblemException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tools.jackson.databind.JsonNode;

/** Validates a body against the JSON Schema that is published for it: what the document says is what is checked. */
@Component(service = BodyCheck.class)
public class BodyCheck {
    private static final int MOST_SCHEMAS = 16;
    private static final int MOST_PROBLEMS = 50;

    private record Key(SnapshotId snapshot, JsonSchemaKind kind) {}

    private final Map<Key, Published> published = new ConcurrentHashMap<>();
    private final SchemaService schemas;

    @Activate
    public BodyCheck(@Reference SchemaService schemas) {
        this.schemas = schemas;
    }

    /** Every problem found, with the place in the body as a JSON Pointer. */
    public List<Problem> problems(Session session, SnapshotId snapshot, JsonSchemaKind kind, JsonNode body) {
        List<Problem> huge = HugeNumbers.in(body);
        if (!huge.isEmpty()) {
            return huge.stream().limit(MOST_PROBLEMS).toList();
        }
        return schema(session, snapshot, kind, body.path("type").asString("")).validate(body).stream()
                .limit(MOST_PROBLEMS)
                .map(BodyCheck::problem)
                .distinct()
                .toList();
    }

    private Schema schema(Session session, SnapshotId snapshot, JsonSchemaKind kind, String type) {
        if (published.size() > MOST_SCHEMAS) {
            published.clear();
        }
        return published
                .computeIfAbsent(
                        new Key(snapshot, kind),
                        key -> new Published(Json.MAPPER.readTree(schemas.jsonSchema(session, snapshot, kind)
                                .orElseThrow(() -> new ProblemException(Problem.of(ErrorCode.NOT_FOUND))))))
                .of(type);
    }

    /** The validator's own messages quote the input, so only place and keyword are taken over. */
    private static Problem problem(Error error) {
        String place = error.getInstanceLocation().toString();
        return switch (error.getKeyword()) {
            case "required", "dependentRequired" ->
                Problem.at(ErrorCode.REQUIRED, place + '/' + Pointers.escape(property(error)));
            case "additionalProperties", "unevaluatedProperties" -> Problem.at(ErrorCode.UNKNOWN_FIELD, place);
            case "enum", "const" -> Problem.at(ErrorCode.UNKNOWN_CODE, place);
            case "minimum" -> Problem.at(ErrorCode.TOO_SMALL, place, "min", limit(error));
            case "maximum" -> Problem.at(ErrorCode.TOO_LARGE, place, "max", limit(error));
            case "maxLength" -> Problem.at(ErrorCode.TOO_LONG, place, "max", limit(error));
            case "maxItems" -> Problem.at(ErrorCode.TOO_MANY, place, "max", limit(error));
            default -> Problem.at(ErrorCode.WRONG_TYPE, place);
        };
    }

    private static String property(Error error) {
        return error.getProperty() == null ? "" : error.getProperty();
    }

    private static String limit(Error error) {
        JsonNode limit = error.getSchemaNode();
        return limit == null ? "" : limit.asString("");
    }
}
