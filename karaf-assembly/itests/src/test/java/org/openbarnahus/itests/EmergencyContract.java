// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;
import tools.jackson.databind.JsonNode;

/** Breaking the glass: one case for some hours, everybody is told, somebody else looks at it afterwards. */
public class EmergencyContract {
    private static final String PATH = "/emergency-access";
    private static final String TEXT = "The interview begins in ten minutes and nobody of the case answers.";
    private static final String NOTE = "I have talked with her and with the coordinator.";

    private final DemoProduct product = SharedProduct.product();
    private final Api coordinator = product.as("coordinator", "SE-DEMO");
    private final Api manager = product.as("manager", "SE-DEMO");
    private final Api dpo = product.as("dpo", "SE-DEMO");
    private final StepUp police = StepUp.as(product, "practitioner", "SE-DEMO", "se-police");
    private String id = "";
    private String number = "";

    @Before
    public void aCaseOfNobody() throws Exception {
        Answer created = coordinator.post("/cases", Samples.swedishCase(9, ""));
        assertEquals(created.body().toString(), 201, created.status());
        id = Samples.id(created);
        number = created.body().path("number").stringValue();
    }

    private static String body(String number, String reason, String text) {
        return "{\"case_number\": \"" + number + "\", \"reason\": \"" + reason + "\", \"text\": \"" + text + "\"}";
    }

    private Answer use() throws Exception {
        Answer used = police.post(PATH, body(number, "no_member_reachable", TEXT));
        assertEquals(used.body().toString(), 201, used.status());
        return used;
    }

    private int reads() throws Exception {
        return police.api().get("/cases/" + id).status();
    }

    @Test
    public void itOpensOneCaseForReadingAndWritingUntilItIsEnded() throws Exception {
        assertEquals(404, reads());
        Answer used = use();
        Duration life = Duration.between(
                Instant.parse(used.body().path("since").stringValue()),
                Instant.parse(used.body().path("until").stringValue()));
        assertEquals(Duration.ofHours(4), life);
        assertEquals(200, reads());
        String entry = Samples.interview(LocalDate.now().minusDays(1));
        assertEquals(201, police.api().post("/cases/" + id + "/timeline", entry).status());
        JsonNode found = police.api().get("/cases?limit=200&search=" + number).body();
        assertEquals(1, found.path("total").longValue());
        Answer other = coordinator.post("/cases", Samples.swedishCase(8, ""));
        assertEquals(404, police.api().get("/cases/" + Samples.id(other)).status());
        assertEquals(409, police.post(PATH, body(number, "other", TEXT)).status());

        String mine = PATH + "/" + used.body().path("id").stringValue();
        assertEquals(428, police.api().send("DELETE", mine, null, Map.of()).status());
        assertEquals(
                412,
                police.api()
                        .send("DELETE", mine, null, Map.of("If-Match", "\"9\""))
                        .status());
        Answer ended = police.api().send("DELETE", mine, null, Map.of("If-Match", used.etag()));
        assertEquals(ended.body().toString(), 200, ended.status());
        assertFalse(ended.body().path("running").booleanValue());
        assertEquals(404, reads());
    }

    @Test
    public void theSameRequestIsDoneOnceAndTheKeyIsAskedFor() throws Exception {
        use();
        String key = "glass-" + System.nanoTime();
        Answer other = coordinator.post("/cases", Samples.swedishCase(8, ""));
        String body = body(other.body().path("number").stringValue(), "acute_danger", TEXT);
        Answer first = police.api().post(PATH, body, key);
        Answer again = police.api().post(PATH, body, key);
        assertEquals(first.body().toString(), 201, first.status());
        assertEquals(first.body(), again.body());
        assertEquals(
                "REQUEST_KEY_REQUIRED",
                police.api().send("POST", PATH, body, Map.of()).code());
    }

    @Test
    public void anUnknownNumberATextThatIsNoneAndOthersAreRefused() throws Exception {
        Answer unknown = police.post(PATH, body("SE-DEMO-1999-9999", "other", TEXT));
        assertEquals(404, unknown.status());
        assertEquals("NOT_FOUND", unknown.code());
        Answer brief = police.post(PATH, body(number, "other", "too short"));
        assertEquals(422, brief.status());
        assertEquals("/text", brief.body().at("/fields/0/path").stringValue());
        assertEquals(422, police.post(PATH, body(number, "curiosity", TEXT)).status());
        assertEquals(
                "IDENTIFIER_IN_TEXT",
                police.post(PATH, body(number, "other", TEXT + " Call a@example.org"))
                        .body()
                        .at("/fields/0/code")
                        .stringValue());
        for (String role : new String[] {"coordinator", "manager", "dpo", "national_admin", "network_analyst"}) {
            Answer denied = product.as(role, "SE-DEMO").post(PATH, body(number, "other", TEXT));
            assertEquals(role, "DENIED", denied.code());
        }
        assertEquals(404, reads());
    }

    @Test
    public void managerAndOfficerAreToldAndTheManagerReviewsIt() throws Exception {
        Answer used = use();
        String review = PATH + "/" + used.body().path("id").stringValue() + "/review";
        for (Api watcher : new Api[] {manager, dpo}) {
            Samples.await(
                    Duration.ofSeconds(20),
                    () -> watcher.get("/alerts"),
                    answer -> answer.body()
                            .path("alerts")
                            .valueStream()
                            .anyMatch(alert -> alert.path("rule").asString("").equals("emergency")));
            JsonNode row = row(watcher, used);
            assertEquals(TEXT, row.path("text").stringValue());
            assertEquals(number, row.path("case_number").stringValue());
        }
        String found = "{\"justified\": false, \"note\": \"" + NOTE + "\"}";
        assertEquals("DENIED", police.post(review, found).code());
        assertEquals("DENIED", dpo.post(review, found).code());
        assertEquals("DENIED", coordinator.post(review, found).code());
        assertEquals(200, reads());
        Answer reviewed = manager.post(review, found);
        assertEquals(reviewed.body().toString(), 200, reviewed.status());
        assertEquals("what is not justified ends", 404, reads());
        assertEquals(
                "whoever was stopped does not go on",
                "EMERGENCY_ENDED",
                police.post(PATH, body(number, "other", TEXT)).code());
        assertEquals(412, manager.post(review, found.replace("false", "true")).status());
        Samples.await(
                Duration.ofSeconds(20),
                () -> dpo.get("/audit?limit=200&case=" + number),
                answer -> answer.body().toString().contains("emergency-access no_member_reachable")
                        && answer.body().toString().contains("emergency-reviewed not-justified"));
    }

    @Test
    public void everybodySeesTheOwnOnesOnlyAndAnotherHouseNone() throws Exception {
        Answer used = use();
        Api neighbour = product.as("manager", "NO-DEMO");
        assertFalse(neighbour.get(PATH).body().toString().contains(number));
        assertTrue(police.api().get(PATH).body().toString().contains(number));
        Answer foreign = neighbour.send(
                "DELETE", PATH + "/" + used.body().path("id").stringValue(), null, Map.of("If-Match", used.etag()));
        assertEquals(404, foreign.status());
        assertEquals(200, reads());
    }

    private static JsonNode row(Api reader, Answer used) throws Exception {
        return reader.get(PATH)
                .body()
                .path("accesses")
                .valueStream()
                .filter(each -> each.path("id").equals(used.body().path("id")))
                .findFirst()
                .orElseThrow();
    }
}
