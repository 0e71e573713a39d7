// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;

/** Who gets in, as whom, and what is turned away at the door. */
public class DoorContract {
    private final DemoProduct product = SharedProduct.product();
    private final Api coordinator = product.as("coordinator", "SE-DEMO");

    @Test
    public void nobodyGetsInWithoutASession() throws Exception {
        Client stranger = new Client(product.data(), product.port());
        for (String path :
                List.of("/cases", "/cases/", "/schemas/current", "/indicators", "/plugins", "/openapi.json")) {
            assertEquals(path, 401, stranger.get(Api.BASE + path).statusCode());
        }
        assertTrue(stranger.isUp());
    }

    @Test
    public void hostileBodiesAreRefusedBriefly() throws Exception {
        String deep = "[".repeat(100_000);
        Map<String, Integer> wanted = Map.of(
                "{\"core\":",
                400,
                "[1,2]",
                400,
                "{\"core\": {\"age\": 1, \"age\": 2}}",
                400,
                "{\"core\": " + deep,
                400,
                "{\"core\": {\"case_date\": \"" + "9".repeat(10_000_000) + "\"}}",
                413,
                "{\"core\": \"'; drop table case_record; --\"}",
                422,
                "{\"__proto__\": {}}",
                422);
        for (Map.Entry<String, Integer> hostile : wanted.entrySet()) {
            String head =
                    hostile.getKey().substring(0, Math.min(40, hostile.getKey().length()));
            Answer answer = coordinator.post("/cases", hostile.getKey());
            assertEquals(head, hostile.getValue().intValue(), answer.status());
            assertTrue(head, answer.type().startsWith("application/problem+json"));
            assertFalse(head, answer.body().toString().contains("Exception"));
        }
        assertEquals(
                415,
                coordinator
                        .send("POST", "/cases", "<a/>", Map.of("Content-Type", "text/xml", "Idempotency-Key", "x"))
                        .status());
    }

    @Test
    public void unknownParametersAndSortColumnsAreRefused() throws Exception {
        for (String query :
                List.of("?colour=red", "?sort=id;drop", "?limit=201", "?limit=-1", "?cursor=%00", "?state=x")) {
            assertEquals(query, 400, coordinator.get("/cases" + query).status());
        }
        assertEquals(404, coordinator.get("/cases/no-such-id").status());
        assertEquals(
                404,
                coordinator.get("/cases/00000000-0000-4000-8000-000000000000").status());
    }

    @Test
    public void anotherHouseSeesNothing() throws Exception {
        String id = Samples.id(coordinator.post("/cases", Samples.swedishCase(9, "")));
        Api norwegian = product.as("coordinator", "NO-DEMO");
        for (String path : List.of("", "/timeline", "/deadlines")) {
            assertEquals(path, 404, norwegian.get("/cases/" + id + path).status());
        }
        assertEquals(
                404,
                norwegian.post("/cases/" + id + "/timeline", Samples.referral()).status());
        assertEquals(0, norwegian.get("/cases?search=SE-").body().path("total").intValue());
    }

    @Test
    public void rolesAreCheckedInTheService() throws Exception {
        for (String role : List.of("dpo", "national_admin", "network_analyst")) {
            Api api = product.as(role, "SE-DEMO");
            assertEquals(role, 403, api.get("/cases").status());
            assertEquals(
                    role, 403, api.post("/cases", Samples.swedishCase(9, "")).status());
        }
        Api practitioner = product.as("practitioner", "SE-DEMO");
        assertEquals(200, practitioner.get("/cases").status());
        assertEquals(
                403,
                practitioner
                        .send("PUT", "/plugins/openbarnahus-country-no", "{\"state\": \"off\"}", Map.of())
                        .status());
    }

    @Test
    public void writesWithoutTheTokenAreRefused() throws Exception {
        Answer refused = coordinator.send(
                "POST",
                "/cases",
                Samples.swedishCase(9, ""),
                Map.of("X-CSRF-Token", "wrong", "Idempotency-Key", "c" + System.nanoTime()));
        assertEquals(403, refused.status());
        assertEquals("CSRF", refused.code());
    }
}
