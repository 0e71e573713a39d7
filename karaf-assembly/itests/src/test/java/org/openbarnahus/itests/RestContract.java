// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What programs hold on to, on whichever database. */
public abstract class RestContract {
    /** The running product: its data directory, its port, its demo users; set by the class of each database. */
    record Running(Path data, int port, Demo demo) {}

    abstract Running product();

    abstract Api coordinator();

    @Test
    public void nobodyGetsInWithoutASession() throws Exception {
        Client stranger = new Client(product().data(), product().port());
        for (String path :
                List.of("/cases", "/cases/", "/schemas/current", "/indicators", "/plugins", "/openapi.json")) {
            assertEquals(path, 401, stranger.get(Api.BASE + path).statusCode());
        }
        assertTrue(stranger.isUp());
    }

    @Test
    public void aCaseComesBackAsItWasSent() throws Exception {
        Answer created = coordinator().post("/cases", Samples.withTimeline(Samples.swedishCase(9, "")));
        assertEquals(created.body().toString(), 201, created.status());
        assertTrue(created.body().path("number").stringValue().matches("SE-DEMO-\\d{4}-\\d{4,6}"));
        assertEquals("open", created.body().path("state").stringValue());
        Answer read = coordinator().get("/cases/" + id(created));
        assertEquals(created.body(), read.body());
        assertEquals(created.etag(), read.etag());
        assertEquals(
                2,
                coordinator()
                        .get("/cases/" + id(created) + "/timeline")
                        .body()
                        .path("timeline")
                        .size());
    }

    @Test
    public void aRepeatedRequestIsAnsweredAlikeAndDoneOnce() throws Exception {
        String body = Samples.swedishCase(8, "");
        Answer first = coordinator().post("/cases", body, "repeat-" + LocalDate.now() + System.nanoTime());
        String key = "again-" + System.nanoTime();
        Answer one = coordinator().post("/cases", body, key);
        long total = coordinator().get("/cases?limit=1").body().path("total").longValue();
        Answer two = coordinator().post("/cases", body, key);
        assertEquals(one.body(), two.body());
        assertEquals(
                total, coordinator().get("/cases?limit=1").body().path("total").longValue());
        assertNotEquals(id(first), id(one));
        Answer other = coordinator().post("/cases", Samples.swedishCase(7, ""), key);
        assertEquals(422, other.status());
        assertEquals("REQUEST_KEY_REUSED", other.code());
        assertEquals(
                "REQUEST_KEY_REQUIRED",
                coordinator().send("POST", "/cases", body, Map.of()).code());
    }

    @Test
    public void aStaleChangeIsRefusedAndNothingIsLost() throws Exception {
        Answer created = coordinator().post("/cases", Samples.swedishCase(10, ""));
        String path = "/cases/" + id(created);
        assertEquals(
                428,
                coordinator()
                        .send("PUT", path, created.body().toString(), Map.of())
                        .status());
        ObjectNode changed = ((ObjectNode) created.body()).deepCopy();
        ((ObjectNode) changed.path("core")).put("age", 11);
        Answer put = coordinator().put(path, changed.toString(), created.etag());
        assertEquals(put.body().toString(), 200, put.status());
        assertEquals(11, put.body().at("/core/age").intValue());
        Answer stale = coordinator().put(path, created.body().toString(), created.etag());
        assertEquals(412, stale.status());
        assertEquals("STALE", stale.code());
        assertEquals(11, coordinator().get(path).body().at("/core/age").intValue());
        Answer patched = coordinator()
                .send("PATCH", path, "{\"core\": {\"report_date\": null}}", Map.of("If-Match", put.etag()));
        assertEquals(patched.body().toString(), 200, patched.status());
        assertTrue(patched.body().at("/core/report_date").isMissingNode());
        assertEquals(11, patched.body().at("/core/age").intValue());
    }

    @Test
    public void everyWrongFieldIsNamedWithItsPlace() throws Exception {
        Answer refused = coordinator()
                .post(
                        "/cases",
                        Samples.swedishCase(99, ", \"shoe_size\": 3")
                                .replace("\"0180\"", "\"9999\"")
                                .replace("female", "x"));
        assertEquals(422, refused.status());
        assertTrue(refused.type().startsWith("application/problem+json"));
        List<String> places = refused.body()
                .path("fields")
                .valueStream()
                .map(f -> f.path("path").stringValue())
                .sorted()
                .toList();
        for (String place : List.of("/core/age", "/core/municipality", "/core/sex")) {
            assertTrue(place + " in " + places, places.contains(place));
        }
        assertTrue(refused.body().toString(), refused.body().toString().contains("UNKNOWN_FIELD"));
        Answer swedish = coordinator()
                .send(
                        "POST",
                        "/cases",
                        "{}",
                        Map.of("Idempotency-Key", "sv" + System.nanoTime(), "Accept-Language", "sv"));
        assertTrue(swedish.body().toString(), swedish.body().toString().contains("Fyll i"));
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
            Answer answer = coordinator().post("/cases", hostile.getKey());
            assertEquals(head, hostile.getValue().intValue(), answer.status());
            assertTrue(head, answer.type().startsWith("application/problem+json"));
            assertFalse(head, answer.body().toString().contains("Exception"));
        }
        assertEquals(
                415,
                coordinator()
                        .send("POST", "/cases", "<a/>", Map.of("Content-Type", "text/xml", "Idempotency-Key", "x"))
                        .status());
    }

    @Test
    public void unknownParametersAndSortColumnsAreRefused() throws Exception {
        for (String query :
                List.of("?colour=red", "?sort=id;drop", "?limit=201", "?limit=-1", "?cursor=%00", "?state=x")) {
            assertEquals(query, 400, coordinator().get("/cases" + query).status());
        }
        assertEquals(404, coordinator().get("/cases/no-such-id").status());
        assertEquals(
                404,
                coordinator().get("/cases/00000000-0000-4000-8000-000000000000").status());
    }

    @Test
    public void pagesFollowTheCursorWithoutGapsOrRepeats() throws Exception {
        List<String> seen = new java.util.ArrayList<>();
        String query = "?limit=7&sort=number";
        for (String next = ""; next != null; ) {
            Answer page = coordinator().get("/cases" + query + next);
            page.body().path("cases").forEach(c -> seen.add(c.path("number").stringValue()));
            next = page.body().has("next")
                    ? "&cursor=" + page.body().path("next").stringValue()
                    : null;
        }
        assertEquals(seen.size(), seen.stream().distinct().count());
        assertEquals(seen.stream().sorted().toList(), seen);
        assertTrue(seen.size() >= 20);
    }

    @Test
    public void whatIdentifiesSomebodyIsNotKept() throws Exception {
        String path = "/cases/" + id(coordinator().post("/cases", Samples.swedishCase(12, ""))) + "/timeline";
        for (String text : List.of("Ring 20991231-9804 i dag", "mail to a.person@example.org", "2099 1231 9804")) {
            Answer refused = coordinator().post(path, Samples.note(text));
            assertEquals(refused.body().toString(), 422, refused.status());
            assertEquals("IDENTIFIER_IN_TEXT", refused.code());
            assertFalse(refused.body().toString().contains("9804"));
        }
        assertEquals(0, coordinator().get(path).body().path("timeline").size());
        String log = Files.readString(product().data().resolve("log/openbarnahus.log"));
        assertFalse(log.contains("9804") || log.contains("a.person"));
    }

    @Test
    public void unsafeCharactersAreRefusedAndMarkupIsKeptAsText() throws Exception {
        String path = "/cases/" + id(coordinator().post("/cases", Samples.swedishCase(12, ""))) + "/timeline";
        for (String text : List.of("a\u0000b", "a\u202Eb", "a\u0007b")) {
            assertEquals(422, coordinator().post(path, Samples.note(text)).status());
        }
        String markup = "<script>alert(1)</script> & 'quotes' \u00e5\u00e4\u00f6 \ud83d\ude42";
        Answer kept = coordinator().post(path, Samples.note(markup));
        assertEquals(kept.body().toString(), 201, kept.status());
        assertEquals(markup, kept.body().path("note").stringValue());
    }

    @Test
    public void theTimelineMovesTheCaseAndUndoMovesItBack() throws Exception {
        Answer created = coordinator().post("/cases", Samples.swedishCase(9, complete()));
        String path = "/cases/" + id(created);
        assertEquals("referred", created.body().path("state").stringValue());
        coordinator().post(path + "/timeline", Samples.referral());
        assertEquals("open", state(path));
        Answer closure = coordinator()
                .post(
                        path + "/timeline",
                        "{\"type\": \"closure\", \"date\": \"" + LocalDate.now()
                                + "\", \"conditions\": {\"closure_reason\": \"completed\"}}");
        assertEquals(closure.body().toString(), 201, closure.status());
        assertEquals("closed", state(path));
        Answer late = coordinator().post(path + "/timeline", Samples.interview(LocalDate.now()));
        assertEquals(409, late.status());
        assertEquals("CASE_CLOSED", late.code());
        String entry = path + "/timeline/" + id(closure);
        Answer removed = coordinator().send("DELETE", entry, null, Map.of("If-Match", closure.etag()));
        assertEquals(removed.body().toString(), 200, removed.status());
        assertEquals("open", state(path));
        Answer restored = coordinator()
                .send(
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
        Answer created = coordinator().post("/cases", body);
        assertEquals(created.body().toString(), 201, created.status());
        String path = "/cases/" + id(created);
        JsonNode running = deadline(path);
        assertEquals("running", running.path("state").stringValue());
        assertEquals(
                LocalDate.now().minusDays(10).plusMonths(3).toString(),
                running.path("due").stringValue());
        assertTrue(running.at("/citation/text").stringValue().contains("FUK"));
        Answer decision = coordinator()
                .post(
                        path + "/timeline",
                        "{\"type\": \"justice_decision\", \"date\": \"" + LocalDate.now()
                                + "\", \"conditions\": {\"justice_decision.decision\": \"charged\"}}");
        assertEquals(decision.body().toString(), 201, decision.status());
        assertEquals("met", deadline(path).path("state").stringValue());
    }

    @Test
    public void whatTheLawForbidsIsRefusedWithItsCitation() throws Exception {
        String path = "/cases/" + id(coordinator().post("/cases", Samples.swedishCase(13, ""))) + "/timeline";
        Answer refused = coordinator()
                .post(
                        path,
                        "{\"type\": \"suspect_interview\", \"date\": \"" + LocalDate.now()
                                + "\", \"location\": \"barnahus\"}");
        assertEquals(refused.body().toString(), 422, refused.status());
        assertEquals("RULE_FORBIDS", refused.code());
    }

    @Test
    public void anotherHouseSeesNothing() throws Exception {
        String id = id(coordinator().post("/cases", Samples.swedishCase(9, "")));
        Api norwegian =
                Demo.signIn(product().data(), product().port(), product().demo().user("coordinator", "NO-DEMO"));
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
            Api api = Demo.signIn(
                    product().data(), product().port(), product().demo().user(role, "SE-DEMO"));
            assertEquals(role, 403, api.get("/cases").status());
            assertEquals(
                    role, 403, api.post("/cases", Samples.swedishCase(9, "")).status());
        }
        Api practitioner =
                Demo.signIn(product().data(), product().port(), product().demo().user("practitioner", "SE-DEMO"));
        assertEquals(200, practitioner.get("/cases").status());
        assertEquals(
                403,
                practitioner
                        .send("PUT", "/plugins/openbarnahus-country-no", "{\"state\": \"off\"}", Map.of())
                        .status());
    }

    @Test
    public void writesWithoutTheTokenAreRefused() throws Exception {
        Answer refused = coordinator()
                .send(
                        "POST",
                        "/cases",
                        Samples.swedishCase(9, ""),
                        Map.of("X-CSRF-Token", "wrong", "Idempotency-Key", "c" + System.nanoTime()));
        assertEquals(403, refused.status());
        assertEquals("CSRF", refused.code());
    }

    @Test
    public void theIndicatorCountsTheNewInterviewAtOnce() throws Exception {
        String values = "/indicators/BH-1.3-01/values?from=" + LocalDate.now().minusDays(40) + "&to="
                + LocalDate.now().plusDays(1);
        long before =
                coordinator().get(values).body().at("/values/0/denominator").longValue();
        coordinator().post("/cases", Samples.withTimeline(Samples.swedishCase(9, "")));
        Answer after = coordinator().get(values);
        assertEquals(
                after.body().toString(),
                before + 1,
                after.body().at("/values/0/denominator").longValue());
        assertEquals(
                3,
                coordinator()
                        .get("/indicators")
                        .body()
                        .path("indicators")
                        .valueStream()
                        .filter(i -> !i.path("id").stringValue().equals("BH-1.3-01"))
                        .count());
    }

    @Test
    public void publishedSchemaAndDescriptionAreThere() throws Exception {
        Answer schema = coordinator().get("/schemas/current");
        assertEquals(
                "https://json-schema.org/draft/2020-12/schema",
                schema.body().path("$schema").stringValue());
        assertTrue(schema.body().toString().contains("se.suspect_reasonable_date"));
        assertEquals(
                290,
                coordinator()
                        .get("/codelists/municipality")
                        .body()
                        .path("codes")
                        .valueStream()
                        .filter(c -> c.path("code").stringValue().matches("\\d{4}"))
                        .count());
        assertEquals(
                "3.1.0",
                coordinator().get("/openapi.json").body().path("openapi").stringValue());
    }

    private String state(String path) throws Exception {
        return coordinator().get(path).body().path("state").stringValue();
    }

    private JsonNode deadline(String path) throws Exception {
        return coordinator()
                .get(path + "/deadlines")
                .body()
                .path("deadlines")
                .valueStream()
                .filter(d -> d.path("rule").stringValue().equals("se.fuk2a"))
                .findFirst()
                .orElseThrow();
    }

    /** What must be known before a case is closed. */
    private static String complete() {
        return """
                , "suspects": [{"relation": "stranger", "age_group": "adult", "sex": "male"}],
                "has_led_to_police_report": "yes", "has_led_to_prosecution": "no",
                "special_needs": {"assessed": "no"},
                "child_demographic": {"born_in_country": "yes", "residence_status": "citizen_or_permanent", "main_language": "swe",
                "interpreter_needed": "no", "living_situation": "both_parents"}""";
    }

    private static String id(Answer answer) {
        return answer.body().path("id").stringValue();
    }
}
