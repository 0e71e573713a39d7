// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** What of accounts is asked for twice is done once, and too much at once is not done at all. */
public class AskedAgainContract {
    private final DemoProduct product = SharedProduct.product();

    private static String member(String name) {
        return Api.JSON
                .createObjectNode()
                .put("username", name)
                .put("agency", "health")
                .set("roles", Api.JSON.createArrayNode().add("practitioner"))
                .toString();
    }

    private static String name() {
        return "igen-" + Long.toString(System.nanoTime(), 36);
    }

    /** A manager whose second factor is fresh. */
    private Api manager() throws Exception {
        StepUp manager = StepUp.as(product, "manager", "NO-DEMO", "no-manager");
        Answer asked = manager.post("/users/nobody-at-all/enrolment-code", "{}");
        assertEquals(asked.body().toString(), "NOT_FOUND", asked.code());
        return manager.api();
    }

    @Test
    public void anInvitationIsMadeOnceAndItsCodeIsShownOnce() throws Exception {
        Api manager = manager();
        String name = name();
        String key = UUID.randomUUID().toString();
        Answer first = manager.post("/users", member(name), key);
        assertEquals(first.body().toString(), 200, first.status());
        assertFalse(first.body().path("code").stringValue().isEmpty());
        Answer again = manager.post("/users", member(name), key);
        assertEquals(again.body().toString(), 200, again.status());
        assertTrue(again.body().path("repeated").booleanValue());
        assertTrue(again.body().path("code").isMissingNode());
        assertEquals(first.body().path("expires"), again.body().path("expires"));
        assertEquals(
                "REQUEST_KEY_REUSED",
                manager.post("/users", member(name()), key).code());
        assertEquals(422, manager.post("/users", member(name)).status());
        assertEquals(400, manager.post("/users", member(name()), "with a blank").status());

        String other = UUID.randomUUID().toString();
        String path = "/users/" + name + "/enrolment-code";
        assertFalse(manager.post(path, "{}", other).body().path("code").isMissingNode());
        assertTrue(manager.post(path, "{}", other).body().path("repeated").booleanValue());
        assertFalse(manager.post(path, "{}").body().path("code").isMissingNode());
    }

    @Test
    public void holdsAndLooksAreAskedForOnce() throws Exception {
        Api coordinator = product.as("coordinator", "NO-DEMO");
        Answer made = coordinator.post("/cases", Samples.norwegianCase(9));
        String number = made.body().path("number").stringValue();
        String hold = "{\"number\": \"" + number + "\", \"reason\": \"A claim for damages\", \"review_on\": \""
                + LocalDate.now().plusMonths(3) + "\"}";
        Api officer = product.as("dpo", "NO-DEMO");
        String key = UUID.randomUUID().toString();
        Answer placed = officer.post("/holds", hold, key);
        assertEquals(placed.body().toString(), 200, placed.status());
        assertEquals(
                "the same answer",
                placed.body(),
                officer.post("/holds", hold, key).body());
        assertEquals(
                "another key is another request",
                "CASE_HELD",
                officer.post("/holds", hold).code());
        assertEquals(
                "REQUEST_KEY_REUSED",
                officer.post("/holds", hold.replace("claim", "demand"), key).code());
        Answer looked = officer.post("/retention/look", "{}", key + "-r");
        assertEquals(
                looked.body(), officer.post("/retention/look", "{}", key + "-r").body());
    }

    @Test
    public void erasuresRequestsAndKeysAreAskedForOnce() throws Exception {
        Api coordinator = product.as("coordinator", "NO-DEMO");
        String key = UUID.randomUUID().toString();
        Api manager = manager();
        String other = coordinator
                .post("/cases", Samples.norwegianCase(8))
                .body()
                .path("number")
                .stringValue();
        String erasure = "{\"number\": \"" + other + "\", \"reason\": \"retention\"}";
        Answer asked = manager.post("/erasures", erasure, key);
        assertEquals(asked.body().toString(), 200, asked.status());
        assertEquals(asked.body(), manager.post("/erasures", erasure, key).body());
        String withdraw = "/erasures/" + Samples.id(asked) + "/withdraw";
        Answer withdrawn = manager.post(withdraw, "{}", key + "-w");
        assertEquals(withdrawn.body(), manager.post(withdraw, "{}", key + "-w").body());
        assertEquals(404, manager.post(withdraw, "{}").status());

        Answer renewed = manager.post("/keys/renew", "{}", key + "-k");
        assertEquals(renewed.body().toString(), 200, renewed.status());
        int versions = renewed.body().path("versions").size();
        assertEquals(200, manager.post("/keys/renew", "{}", key + "-k").status());
        assertEquals(
                "one rotation",
                versions,
                manager.get("/keys").body().path("versions").size());
    }

    @Test
    public void signingAndPassingAgainChangesNothing() throws Exception {
        Api api = product.as("coordinator", "NO-DEMO");
        JsonNode agreement = api.get("/agreements").body();
        String body = Api.JSON
                .createObjectNode()
                .put("version", agreement.path("version").intValue())
                .put("language", agreement.path("language").stringValue())
                .put("hash", agreement.path("hash").stringValue())
                .put("name", "N. N.")
                .put("title", "koordinator")
                .put("organisation", "Barnahus")
                .toString();
        String key = UUID.randomUUID().toString();
        Answer first = api.post("/agreements", body, key);
        assertEquals(first.body().toString(), 200, first.status());
        assertEquals(first.body(), api.post("/agreements", body, key).body());
        assertEquals(
                agreement.path("signed").size(),
                api.get("/agreements").body().path("signed").size());
        assertEquals(400, api.post("/agreements", body, "with a blank").status());
        assertEquals(
                400, api.post("/trainings", "{\"answers\": {}}", "with a blank").status());
    }

    @Test
    public void moreNamesThanAHouseHasAreRefusedTogether() throws Exception {
        Api manager = product.as("manager", "NO-DEMO");
        ArrayNode names = Api.JSON.createArrayNode();
        IntStream.range(0, 20_000).forEach(each -> names.add("nobody-" + each));
        Answer many = manager.post(
                "/access-review",
                Api.JSON.createObjectNode().set("confirm", names).toString());
        assertEquals(422, many.status());
        assertEquals("TOO_MANY", many.code());
        List<JsonNode> fields = many.body().path("fields").valueStream().toList();
        assertEquals(1, fields.size());
        assertEquals("/confirm", fields.getFirst().path("path").stringValue());
        assertTrue(
                many.body().toString(),
                fields.getFirst().path("detail").stringValue().contains("500"));
    }
}
