// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;
import tools.jackson.databind.JsonNode;

/** National plugins and pack folders that come and go while people work. */
public class PluginContract {
    private static final String SWEDEN = "/plugins/openbarnahus-country-se";
    private static final String NORWAY = "/plugins/openbarnahus-country-no";
    private static final String SUSPECT_DATE = "/national/se.suspect_reasonable_date";
    /** The promise is five seconds on an idle machine. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private final DemoProduct product = SharedProduct.product();
    private final Api coordinator = product.as("coordinator", "SE-DEMO");
    private final Api norwegian = product.as("coordinator", "NO-DEMO");
    private final Api manager = product.as("manager", "SE-DEMO");
    private final StepUp nation = StepUp.as(product, "national_admin", "SE-DEMO", "se-national-admin");

    @Test
    public void withoutItsLawAHouseOnlyReadsAndTheOtherGoesOn() throws Exception {
        Answer kept = coordinator.post(
                "/cases",
                Samples.swedishCase(9, "")
                        .replace("\"national\": {}", "\"national\": {\"se.suspect_reasonable_date\": \"2026-01-15\"}"));
        assertEquals(kept.body().toString(), 201, kept.status());
        String path = "/cases/" + Samples.id(kept);
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<List<Answer>> neighbour = CompletableFuture.supplyAsync(() -> failures(norwegian, over));
        try {
            switchTo("off", SWEDEN);
            Samples.await(SOON, () -> coordinator.get(path + "/deadlines"), a -> a.status() == 503);
            for (String ofLaw : List.of(path + "/deadlines", "/schemas/current")) {
                assertMissing(ofLaw, coordinator.get(ofLaw));
            }
            Answer archived = coordinator.get(path);
            assertEquals(archived.body().toString(), 200, archived.status());
            assertEquals("2026-01-15", archived.body().at(SUSPECT_DATE).stringValue());
            assertEquals(200, coordinator.get(path + "/timeline").status());
            assertMissing("write", coordinator.post("/cases", Samples.swedishCase(9, "")));
            coordinator
                    .get("/cases?limit=200")
                    .body()
                    .path("cases")
                    .forEach(row -> assertTrue(row.path("number").stringValue().startsWith("SE-DEMO-")));
            assertMissing("entry", coordinator.post(path + "/timeline", Samples.referral()));
            Answer other = norwegian.post("/cases", Samples.norwegianCase(9));
            assertEquals(other.body().toString(), 201, other.status());
            assertTrue(new Client(product.data(), product.port()).isUp());
        } finally {
            switchTo("on", SWEDEN);
        }
        Samples.await(SOON, () -> coordinator.get(path + "/deadlines"), a -> a.status() == 200);
        assertEquals(kept.body(), coordinator.get(path).body());
        over.set(true);
        assertEquals(List.of(), neighbour.get());
        Answer fresh = coordinator.post("/cases", Samples.swedishCase(9, ""));
        assertEquals(fresh.body().toString(), 201, fresh.status());
    }

    @Test
    public void withoutAnyLawNobodyIsServed() throws Exception {
        try {
            switchTo("off", SWEDEN);
            switchTo("off", NORWAY);
            for (Api api : List.of(coordinator, norwegian)) {
                Samples.await(SOON, () -> api.get("/cases"), a -> a.status() != 200);
                assertMissing("list", api.get("/cases"));
            }
            assertTrue(new Client(product.data(), product.port()).isUp());
        } finally {
            switchTo("on", SWEDEN);
            switchTo("on", NORWAY);
        }
        for (Api api : List.of(coordinator, norwegian)) {
            Samples.await(SOON, () -> api.get("/cases"), a -> a.status() == 200);
            Samples.await(SOON, () -> api.get("/schemas/current"), a -> a.status() == 200);
        }
    }

    @Test
    public void aFolderBringsAFieldAndTheArchiveOutlivesIt() throws Exception {
        String body = Samples.swedishCase(9, "")
                .replace("\"national\": {}", "\"national\": {\"" + PackFolder.FIELD + "\": \"yes\"}");
        String path;
        try (PackFolder pack = PackFolder.in(product.data())) {
            awaitField(true);
            assertFalse(norwegian.get("/schemas/current").body().toString().contains(PackFolder.FIELD));
            Answer kept = coordinator.post("/cases", body);
            assertEquals(kept.body().toString(), 201, kept.status());
            path = "/cases/" + Samples.id(kept);
        }
        awaitField(false);
        Answer refused = coordinator.post("/cases", body);
        assertEquals(422, refused.status());
        assertEquals("UNKNOWN_FIELD", refused.code());
        Answer archived = coordinator.get(path);
        assertEquals("yes", archived.body().at("/national/" + PackFolder.FIELD).stringValue());
        Answer then =
                coordinator.get("/schemas/" + archived.body().path("snapshot").stringValue());
        assertTrue(then.body().toString().contains(PackFolder.FIELD));
        Answer changed =
                coordinator.send("PATCH", path, "{\"core\": {\"age\": 10}}", Map.of("If-Match", archived.etag()));
        assertEquals(changed.body().toString(), 200, changed.status());
        assertEquals("yes", changed.body().at("/national/" + PackFolder.FIELD).stringValue());
        Answer putBack = coordinator.send("PUT", path, changed.body().toString(), Map.of("If-Match", changed.etag()));
        assertEquals(putBack.body().toString(), 200, putBack.status());
        assertEquals("yes", putBack.body().at("/national/" + PackFolder.FIELD).stringValue());
        String other = putBack.body()
                .toString()
                .replace("\"" + PackFolder.FIELD + "\":\"yes\"", "\"" + PackFolder.FIELD + "\":\"no\"");
        Answer changedArchive = coordinator.send("PUT", path, other, Map.of("If-Match", putBack.etag()));
        assertEquals("UNKNOWN_FIELD", changedArchive.code());
    }

    @Test
    public void aWrongPackIsRefusedWholeAndTheRunningOneStays() throws Exception {
        try (PackFolder pack = PackFolder.in(product.data())) {
            awaitField(true);
            JsonNode right = pack();
            assertTrue(right.toString(), right.path("active").booleanValue());
            assertEquals(0, right.path("problems").size());
            pack.field("colour");
            JsonNode wrong = Samples.await(
                            SOON,
                            () -> manager.get("/plugins"),
                            a -> pack(a).path("problems").size() > 0)
                    .body();
            JsonNode status = pack(wrong);
            assertTrue(status.toString(), status.path("active").booleanValue());
            String problem = status.path("problems").get(0).stringValue();
            assertTrue(problem, problem.startsWith("fields/case.yaml:4:"));
            assertTrue(problem, problem.contains(" -> ") && problem.contains("yes_no_unknown"));
            Answer kept = coordinator.post(
                    "/cases",
                    Samples.swedishCase(9, "")
                            .replace("\"national\": {}", "\"national\": {\"" + PackFolder.FIELD + "\": \"no\"}"));
            assertEquals(kept.body().toString(), 201, kept.status());
        }
        awaitField(false);
    }

    @Test
    public void aPackThatWasNeverRightBringsNothing() throws Exception {
        try (PackFolder pack = PackFolder.in(product.data(), "colour")) {
            Samples.await(
                    SOON,
                    () -> manager.get("/plugins"),
                    a -> pack(a).path("problems").size() > 0);
            assertFalse(pack().path("active").booleanValue());
            assertFalse(schema().contains(PackFolder.FIELD));
            pack.field("yes_no_unknown");
            awaitField(true);
            assertTrue(pack().path("active").booleanValue());
        }
        awaitField(false);
    }

    @Test
    public void aHousesManagerDoesNotSwitchWhatOtherHousesWorkWith() throws Exception {
        Answer refused = manager.send("PUT", SWEDEN, "{\"state\": \"off\"}", Map.of());
        assertEquals(refused.body().toString(), 403, refused.status());
        assertEquals("OTHER_HOUSES_TOO", refused.code());
        assertEquals(200, coordinator.get("/schemas/current").status());
    }

    private void switchTo(String state, String plugin) throws Exception {
        Answer answer = nation.send("PUT", plugin, "{\"state\": \"" + state + "\"}");
        assertEquals(answer.body().toString(), 200, answer.status());
        assertEquals(state, answer.body().path("state").stringValue());
    }

    /** What somebody in the other house was answered meanwhile and should not have been. */
    private static List<Answer> failures(Api api, AtomicBoolean over) {
        List<Answer> failures = new ArrayList<>();
        try {
            while (!over.get() && failures.size() < 3) {
                Answer answer = api.get("/cases?limit=5");
                if (answer.status() != 200) {
                    failures.add(answer);
                }
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return failures;
    }

    private static void assertMissing(String what, Answer answer) {
        assertEquals(what + " " + answer.body(), 503, answer.status());
        assertEquals(what, "NO_COUNTRY_PACK", answer.code());
    }

    private String schema() throws Exception {
        return coordinator.get("/schemas/current").body().toString();
    }

    private void awaitField(boolean there) throws Exception {
        Samples.await(
                SOON,
                () -> coordinator.get("/schemas/current"),
                a -> a.body().toString().contains(PackFolder.FIELD) == there);
    }

    private JsonNode pack() throws Exception {
        return pack(manager.get("/plugins"));
    }

    private static JsonNode pack(Answer answer) {
        return pack(answer.body());
    }

    private static JsonNode pack(JsonNode plugins) {
        return plugins.path("packs")
                .valueStream()
                .filter(p -> p.path("code").stringValue().equals(PackFolder.CODE))
                .findFirst()
                .orElseGet(Api.JSON::createObjectNode);
    }
}
