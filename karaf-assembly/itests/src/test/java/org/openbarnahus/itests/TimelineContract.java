// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;
import tools.jackson.databind.JsonNode;

/** What happens in a case, and what the law says to it. */
public class TimelineContract {
    private final DemoProduct product = SharedProduct.product();
    private final Api coordinator = product.as("coordinator", "SE-DEMO");

    @Test
    public void whatIdentifiesSomebodyIsNotKept() throws Exception {
        String path = "/cases/" + Samples.id(coordinator.post("/cases", Samples.swedishCase(12, ""))) + "/timeline";
        for (String text : List.of("Ring 20991231-9804 i dag", "mail to a.person@example.org", "2099 1231 9804")) {
            Answer refused = coordinator.post(path, Samples.note(text));
            assertEquals(refused.body().toString(), 422, refused.status());
            assertEquals("IDENTIFIER_IN_TEXT", refused.code());
            assertFalse(refused.body().toString().contains("9804"));
        }
        assertEquals(0, coordinator.get(path).body().path("timeline").size());
        String log = Files.readString(product.data().resolve("log/openbarnahus.log"));
        assertFalse(log.contains("9804") || log.contains("a.person"));
    }

    @Test
    public void unsafeCharactersAreRefusedAndMarkupIsKeptAsText() throws Exception {
        String path = "/cases/" + Samples.id(coordinator.post("/cases", Samples.swedishCase(12, ""))) + "/timeline";
        for (String text : List.of("a\u0000b", "a\u202Eb", "a\u0007b")) {
            assertEquals(422, coordinator.post(path, Samples.note(text)).status());
        }
        String markup = "<script>alert(1)</script> & 'quotes' \u00e5\u00e4\u00f6 \ud83d\ude42";
        Answer kept = coordinator.post(path, Samples.note(markup));
        assertEquals(kept.body().toString(), 201, kept.status());
        assertEquals(markup, kept.body().path("note").stringValue());
    }

    @Test
    public void theTimelineMovesTheCaseAndUndoMovesItBack() throws Exception {
        Answer created = coordinator.post("/cases", Samples.swedishCase(9, complete()));
        String path = "/cases/" + Samples.id(created);
        assertEquals("referred", created.body().path("state").stringValue());
        coordinator.post(path + "/timeline", Samples.referral());
        assertEquals("open", state(path));
        Answer closure = coordinator.post(
                path + "/timeline",
                "{\"type\": \"closure\", \"date\": \"" + LocalDate.now()
                        + "\", \"conditions\": {\"closure_reason\": \"completed\"}}");
        assertEquals(closure.body().toString(), 201, closure.status());
        assertEquals("closed", state(path));
        Answer late = coordinator.post(path + "/timeline", Samples.interview(LocalDate.now()));
        assertEquals(409, late.status());
        assertEquals("CASE_CLOSED", late.code());
        String entry = path + "/timeline/" + Samples.id(closure);
        Answer removed = coordinator.send("DELETE", entry, null, Map.of("If-Match", closure.etag()));
        assertEquals(removed.body().toString(), 200, removed.status());
        assertEquals("open", state(path));
        Answer restored = coordinator.send(
                "POST",
                entry + "/restore",
                "{}",
                Map.of("If-Match", removed.etag(), "Idempotency-Key", "r" + System.nanoTime()));
        assertEquals(restored.body().toString(), 200, restored.status());
        assertEquals("closed", state(path));
    }

    @Test
    public void nationalLimitsRunAndAreMet() throws Exception {
        String body = Samples.swedishCase(9, "")
                .replace(
                        "\"national\": {}",
                        "\"national\": {\"se.suspect_reasonable_date\": \""
                                + LocalDate.now().minusDays(10) + "\"}");
        Answer created = coordinator.post("/cases", body);
        assertEquals(created.body().toString(), 201, created.status());
        String path = "/cases/" + Samples.id(created);
        JsonNode running = deadline(path);
        assertEquals("running", running.path("state").stringValue());
        assertEquals(
                LocalDate.now().minusDays(10).plusMonths(3).toString(),
                running.path("due").stringValue());
        assertTrue(running.at("/citation/text").stringValue().contains("(1947:948) 2 a §"));
        Answer decision = coordinator.post(
                path + "/timeline",
                "{\"type\": \"justice_decision\", \"date\": \"" + LocalDate.now()
                        + "\", \"conditions\": {\"justice_decision.decision\": \"charged\"}}");
        assertEquals(decision.body().toString(), 201, decision.status());
        assertEquals("met", deadline(path).path("state").stringValue());
    }

    @Test
    public void whatTheLawForbidsIsRefusedWithItsCitation() throws Exception {
        String path = "/cases/" + Samples.id(coordinator.post("/cases", Samples.swedishCase(13, ""))) + "/timeline";
        Answer refused = coordinator.post(
                path,
                "{\"type\": \"suspect_interview\", \"date\": \"" + LocalDate.now() + "\", \"location\": \"barnahus\"}");
        assertEquals(refused.body().toString(), 422, refused.status());
        assertEquals("RULE_FORBIDS", refused.code());
    }

    private String state(String path) throws Exception {
        return coordinator.get(path).body().path("state").stringValue();
    }

    private JsonNode deadline(String path) throws Exception {
        return coordinator
                .get(path + "/deadlines")
                .body()
                .path("deadlines")
                .valueStream()
                .filter(d -> d.path("rule").stringValue().equals("se.fuk2a"))
                .findFirst()
                .orElseThrow();
    }

    /** What must be known before a case is closed. */
    static String complete() {
        return """
                , "suspects": [{"relation": "stranger", "age_group": "adult", "sex": "male"}],
                "has_led_to_police_report": "yes", "has_led_to_prosecution": "no",
                "special_needs": {"assessed": "no"},
                "child_demographic": {"born_in_country": "yes", "residence_status": "citizen_or_permanent", "main_language": "swe",
                "interpreter_needed": "no", "living_situation": "both_parents"}""";
    }
}
