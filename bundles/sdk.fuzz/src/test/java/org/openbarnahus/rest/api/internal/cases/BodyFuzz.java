// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.cases;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SchemaService;
import org.openbarnahus.core.service.command.NewEntry;
import org.openbarnahus.core.service.query.JsonSchemaKind;
import org.openbarnahus.engine.schema.internal.publish.JsonSchemas;
import org.openbarnahus.rest.api.internal.Json;
import org.openbarnahus.rest.api.internal.ProblemException;
import org.openbarnahus.rest.api.internal.schema.BodyCheck;
import org.openbarnahus.sdk.fuzz.Claim;
import org.openbarnahus.sdk.fuzz.Input;
import org.openbarnahus.sdk.fuzz.Packs;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON of a case or an entry: refused with problems or read; what the published schema lets pass can be read; values survive
 * writing and reading; no problem repeats a value of the body.
 */
public final class BodyFuzz {
    private static final SchemaSnapshot LAW = Packs.snapshot("SE");
    private static final Session SESSION = fake(Session.class, Map.of());
    private static final BodyCheck CHECK = new BodyCheck(fake(
            SchemaService.class,
            Map.of(
                    "jsonSchema/" + JsonSchemaKind.CASE, JsonSchemas.write(LAW, JsonSchemaKind.CASE),
                    "jsonSchema/" + JsonSchemaKind.TIMELINE_ENTRY,
                            JsonSchemas.write(LAW, JsonSchemaKind.TIMELINE_ENTRY))));
    private static final String MARK = "zq xj";

    private BodyFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Input input = new Input(data);
        boolean entry = input.choice(2) == 1;
        JsonNode body;
        try {
            body = Json.MAPPER.readTree(input.rest());
        } catch (JacksonException e) {
            return;
        }
        if (body.isObject()) {
            both(body, entry);
        }
    }

    private static void both(JsonNode body, boolean entry) {
        Set<String> own = new TreeSet<>(entry ? CaseJson.ENTRY_OWN : CaseJson.CASE_OWN);
        own.removeAll(Set.of("type", "date")); // as CaseServices does
        ObjectNode bare = BodyFields.bare(body, own);
        List<Problem> problems =
                CHECK.problems(SESSION, LAW.id(), entry ? JsonSchemaKind.TIMELINE_ENTRY : JsonSchemaKind.CASE, bare);
        quiet(problems);
        try {
            if (entry) {
                NewEntry read = EntryBodies.read(LAW, body);
                survives(Scope.activity(read.type()), read.values());
            } else {
                survives(Scope.CASE, new BodyFields(LAW, Scope.CASE).read(body, CaseJson.CASE_OWN));
            }
        } catch (ProblemException e) {
            quiet(e.problems());
            Claim.that(
                    !problems.isEmpty() || body.toString().contains("null"),
                    "what the published schema lets pass can be read, but " + e.problems());
        }
    }

    private static void survives(Scope scope, FieldValues values) {
        ObjectNode body = Json.object();
        BodyFields.write(scope, values, body);
        JsonNode sent = Json.MAPPER.readTree(body.toString().getBytes(StandardCharsets.UTF_8));
        Claim.same(values, new BodyFields(LAW, scope).read(sent, Set.of()), "values survive writing and reading");
    }

    private static void quiet(List<Problem> problems) {
        Claim.that(
                problems.stream()
                        .noneMatch(p -> p.arguments()
                                .toString()
                                .toLowerCase(Locale.ROOT)
                                .contains(MARK)),
                "a problem repeats no value");
    }

    /** Answers by the name of the method and its last argument; nothing else may be asked. */
    private static <T> T fake(Class<T> type, Map<String, String> answers) {
        return type.cast(Proxy.newProxyInstance(
                BodyFuzz.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) ->
                        Optional.ofNullable(answers.get(method.getName() + "/" + arguments[arguments.length - 1]))));
    }
}
