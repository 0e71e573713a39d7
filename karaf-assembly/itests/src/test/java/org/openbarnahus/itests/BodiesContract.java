// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;
import tools.jackson.databind.JsonNode;

/** A body says what somebody means: what nobody reads of it is refused, at every address that is described. */
public class BodiesContract {
    private static final Set<String> WRITES = Set.of("post", "put", "patch", "delete");
    private static final String STRAY = "{\"nobody_reads_this\": true}";

    private final DemoProduct product = SharedProduct.product();

    @Test
    public void noAddressTakesAMemberThatItDoesNotRead() throws Exception {
        Api api = product.as("practitioner", "NO-DEMO");
        JsonNode paths = api.get("/openapi.json").body().path("paths");
        List<String> tried = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String name = operation.getKey() + " " + path.getKey();
                if (WRITES.contains(operation.getKey()) && !bySchema(operation.getValue())) {
                    Answer answer = stray(api, operation.getKey(), path.getKey());
                    assertEquals(name + answer.body(), 422, answer.status());
                    assertEquals(name, "UNKNOWN_FIELD", answer.code());
                    assertEquals(
                            name,
                            "/nobody_reads_this",
                            answer.body().path("fields").path(0).path("path").asString(""));
                    tried.add(name);
                }
            }
        }
        assertTrue(tried.toString(), tried.size() > 25);
    }

    /** The schema of the country is asked, and refuses in its own words: the contracts of cases and timelines. */
    private static boolean bySchema(JsonNode operation) {
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        return !schema.isMissingNode() && schema.path("additionalProperties").asBoolean(true);
    }

    private static Answer stray(Api api, String method, String path) throws Exception {
        String id = UUID.randomUUID().toString();
        String address = path.replaceAll("\\{[^}]*\\}", id);
        return api.send(
                method.toUpperCase(java.util.Locale.ROOT),
                address,
                STRAY,
                Map.of("Idempotency-Key", id, "If-Match", "\"1\""));
    }

    @Test
    public void anEmptyObjectIsTakenWhereNothingIsRead() throws Exception {
        Api manager = product.as("manager", "NO-DEMO");
        assertEquals(200, manager.post("/users/no-police2/end-sessions", "{}").status());
        assertEquals(
                200,
                manager.send("POST", "/users/no-police2/end-sessions", null, Map.of())
                        .status());
        assertEquals(400, manager.post("/users/no-police2/end-sessions", "[1]").status());
        assertEquals(400, manager.post("/users/no-police2/end-sessions", "{").status());
    }
}
