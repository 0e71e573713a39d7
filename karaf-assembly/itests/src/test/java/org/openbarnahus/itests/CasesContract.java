// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;
import tools.jackson.databind.node.ObjectNode;

/** Cases and what is counted about them. */
public class CasesContract {
    private final DemoProduct product = SharedProduct.product();
    private final Api coordinator = product.as("coordinator", "SE-DEMO");

    @Test
    public void aCaseComesBackAsItWasSent() throws Exception {
        Answer created = coordinator.post("/cases", Samples.withTimeline(Samples.swedishCase(9, "")));
        assertEquals(created.body().toString(), 201, created.status());
        assertTrue(created.body().path("number").stringValue().matches("SE-DEMO-\\d{4}-\\d{4,6}"));
        assertEquals("open", created.body().path("state").stringValue());
        Answer read = coordinator.get("/cases/" + Samples.id(created));
        assertEquals(created.body(), read.body());
        assertEquals(created.etag(), read.etag());
        assertEquals(
                2,
                coordinator
                        .get("/cases/" + Samples.id(created) + "/timeline")
                        .body()
                        .path("timeline")
                        .size());
    }

    @Test
    public void aRepeatedRequestIsAnsweredAlikeAndDoneOnce() throws Exception {
        String body = Samples.swedishCase(8, "");
        Answer first = coordinator.post("/cases", body, "repeat-" + LocalDate.now() + System.nanoTime());
        String key = "again-" + System.nanoTime();
        Answer one = coordinator.post("/cases", body, key);
        long total = coordinator.get("/cases?limit=1").body().path("total").longValue();
        Answer two = coordinator.post("/cases", body, key);
        assertEquals(one.body(), two.body());
        assertEquals(
                total, coordinator.get("/cases?limit=1").body().path("total").longValue());
        assertNotEquals(Samples.id(first), Samples.id(one));
        Answer other = coordinator.post("/cases", Samples.swedishCase(7, ""), key);
        assertEquals(422, other.status());
        assertEquals("REQUEST_KEY_REUSED", other.code());
        assertEquals(
                "REQUEST_KEY_REQUIRED",
                coordinator.send("POST", "/cases", body, Map.of()).code());
    }

    @Test
    public void aStaleChangeIsRefusedAndNothingIsLost() throws Exception {
        Answer created = coordinator.post("/cases", Samples.swedishCase(10, ""));
        String path = "/cases/" + Samples.id(created);
        assertEquals(
                428,
                coordinator
                        .send("PUT", path, created.body().toString(), Map.of())
                        .status());
        ObjectNode changed = ((ObjectNode) created.body()).deepCopy();
        ((ObjectNode) changed.path("core")).put("age", 11);
        Answer put = coordinator.put(path, changed.toString(), created.etag());
        assertEquals(put.body().toString(), 200, put.status());
        assertEquals(11, put.body().at("/core/age").intValue());
        Answer stale = coordinator.put(path, created.body().toString(), created.etag());
        assertEquals(412, stale.status());
        assertEquals("STALE", stale.code());
        assertEquals(11, coordinator.get(path).body().at("/core/age").intValue());
        Answer patched =
                coordinator.send("PATCH", path, "{\"core\": {\"report_date\": null}}", Map.of("If-Match", put.etag()));
        assertEquals(patched.body().toString(), 200, patched.status());
        assertTrue(patched.body().at("/core/report_date").isMissingNode());
        assertEquals(11, patched.body().at("/core/age").intValue());
    }

    @Test
    public void everyWrongFieldIsNamedWithItsPlace() throws Exception {
        Answer refused = coordinator.post(
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
        Answer swedish = coordinator.send(
                "POST", "/cases", "{}", Map.of("Idempotency-Key", "sv" + System.nanoTime(), "Accept-Language", "sv"));
        assertTrue(swedish.body().toString(), swedish.body().toString().contains("Fyll i"));
    }

    @Test
    public void pagesFollowTheCursorWithoutGapsOrRepeats() throws Exception {
        List<String> seen = new ArrayList<>();
        String query = "?limit=7&sort=number";
        for (String next = ""; next != null; ) {
            Answer page = coordinator.get("/cases" + query + next);
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
    public void theIndicatorCountsTheNewInterviewAtOnce() throws Exception {
        String values = "/indicators/BH-1.3-01/values?from=" + LocalDate.now().minusDays(40) + "&to="
                + LocalDate.now().plusDays(1);
        long before = coordinator.get(values).body().at("/values/0/denominator").longValue();
        for (int more = 1; more <= 10; more++) {
            Answer created = coordinator.post("/cases", Samples.withTimeline(Samples.swedishCase(9, "")));
            assertEquals(created.body().toString(), 201, created.status());
            Answer after = coordinator.get(values);
            assertEquals(
                    after.body().toString(),
                    before + more,
                    after.body().at("/values/0/denominator").longValue());
        }
        assertEquals(
                3,
                coordinator
                        .get("/indicators")
                        .body()
                        .path("indicators")
                        .valueStream()
                        .filter(i -> !i.path("id").stringValue().equals("BH-1.3-01"))
                        .count());
    }

    @Test
    public void publishedSchemaAndDescriptionAreThere() throws Exception {
        Answer schema = coordinator.get("/schemas/current");
        assertEquals(
                "https://json-schema.org/draft/2020-12/schema",
                schema.body().path("$schema").stringValue());
        assertTrue(schema.body().toString().contains("se.suspect_reasonable_date"));
        assertEquals(
                290,
                coordinator
                        .get("/codelists/municipality")
                        .body()
                        .path("codes")
                        .valueStream()
                        .filter(c -> c.path("code").stringValue().matches("\\d{4}"))
                        .count());
        assertEquals(
                "3.1.0", coordinator.get("/openapi.json").body().path("openapi").stringValue());
    }
}
