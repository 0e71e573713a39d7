// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.cases;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.service.command.NewEntry;
import org.openbarnahus.rest.api.internal.ProblemException;
import tools.jackson.databind.JsonNode;

/** Reads a timeline entry's body. */
final class EntryBodies {
    private EntryBodies() {}

    static NewEntry read(SchemaSnapshot schema, JsonNode body) {
        String type = type(schema, body);
        return new NewEntry(
                type, date(body), new BodyFields(schema, Scope.activity(type)).read(body, CaseJson.ENTRY_OWN));
    }

    static LocalDate date(JsonNode body) {
        try {
            return LocalDate.parse(body.path("date").asString(""));
        } catch (DateTimeParseException e) {
            throw new ProblemException(Problem.at(ErrorCode.WRONG_TYPE, "/date"));
        }
    }

    private static String type(SchemaSnapshot schema, JsonNode body) {
        String type = body.path("type").asString("");
        if (schema.activityType(type).isEmpty()) {
            throw new ProblemException(Problem.at(ErrorCode.UNKNOWN_ACTIVITY, "/type"));
        }
        return type;
    }
}
