// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;
import tools.jackson.databind.JsonNode;

/** Need-to-know inside a house: people of the agencies meet the cases they work with, whichever way they come. */
public class MembersContract {
    private static final String NO_CASE = "00000000-0000-4000-8000-000000000000";
    private static final String POLICE = "se-police";

    private final DemoProduct product = SharedProduct.product();
    private final Api coordinator = product.as("coordinator", "SE-DEMO");
    private final Api police = product.as("practitioner", "SE-DEMO");
    private String id = "";
    private String number = "";

    @Before
    public void aCaseOfNobody() throws Exception {
        Answer created = coordinator.post("/cases", Samples.withTimeline(Samples.swedishCase(9, "")));
        assertEquals(created.body().toString(), 201, created.status());
        id = Samples.id(created);
        number = created.body().path("number").stringValue();
    }

    private long total(Api who, String query) throws Exception {
        Answer list = who.get("/cases?limit=200" + query);
        assertEquals(list.body().toString(), 200, list.status());
        return list.body().path("total").longValue();
    }

    private Answer members(Api who) throws Exception {
        return who.get("/cases/" + id + "/members");
    }

    private Answer takeOff(String etag) throws Exception {
        return coordinator.send("DELETE", "/cases/" + id + "/members/" + POLICE, null, Map.of("If-Match", etag));
    }

    /** Apart from the address, which the caller has written. */
    private void assertLikeNoCase(UnaryOperator<String> path, String method, @Nullable String body) throws Exception {
        Map<String, String> headers = Map.of("Idempotency-Key", "k" + System.nanoTime(), "If-Match", "\"1\"");
        Answer foreign = police.send(method, path.apply(id), body, headers);
        Answer none = police.send(
                method,
                path.apply(NO_CASE),
                body,
                Map.of("Idempotency-Key", "n" + System.nanoTime(), "If-Match", "\"1\""));
        assertEquals(path.apply(method), 404, foreign.status());
        assertEquals(none.status(), foreign.status());
        assertEquals(
                none.body().toString().replace(NO_CASE, "x"),
                foreign.body().toString().replace(id, "x"));
        assertEquals(none.type(), foreign.type());
        assertEquals("", foreign.etag());
    }

    @Test
    public void whoeverDoesNotWorkWithACaseIsToldThatThereIsNone() throws Exception {
        String entry = coordinator
                .get("/cases/" + id + "/timeline")
                .body()
                .at("/timeline/0/id")
                .stringValue();
        for (String part : List.of("", "/timeline", "/timeline/" + entry, "/deadlines", "/members")) {
            assertLikeNoCase(one -> "/cases/" + one + part, "GET", null);
        }
        assertLikeNoCase(one -> "/cases/" + one + "/timeline", "POST", Samples.interview(LocalDate.now()));
        assertLikeNoCase(one -> "/cases/" + one + "/timeline/" + entry, "DELETE", null);
        assertLikeNoCase(one -> "/cases/" + one + "/timeline/" + entry + "/restore", "POST", "{}");
        assertEquals(0, total(police, "&search=" + number));
        assertEquals(1, total(coordinator, "&search=" + number));
    }

    @Test
    public void listTotalAndSearchHoldOwnCasesOnly() throws Exception {
        Answer another = coordinator.post("/cases", Samples.swedishCase(8, ""));
        Samples.join(coordinator, Samples.id(another), POLICE);
        long own = total(police, "");
        long all = total(coordinator, "");
        assertTrue(own + " of " + all, own > 0 && own < all);
        Samples.join(coordinator, id, POLICE);
        assertEquals(own + 1, total(police, ""));
        assertEquals(1, total(police, "&search=" + number));
        assertEquals(all, total(coordinator, ""));
        for (JsonNode row : police.get("/cases?limit=200").body().path("cases")) {
            String one = row.path("id").stringValue();
            assertEquals(200, police.get("/cases/" + one).status());
        }
    }

    @Test
    public void aMemberReadsAndWritesUntilTakenOff() throws Exception {
        Samples.join(coordinator, id, POLICE);
        assertEquals(200, police.get("/cases/" + id).status());
        assertEquals(200, police.get("/cases/" + id + "/deadlines").status());
        String key = "member-" + System.nanoTime();
        String body = Samples.interview(LocalDate.now().minusDays(1));
        assertEquals(201, police.post("/cases/" + id + "/timeline", body, key).status());
        assertEquals(201, police.post("/cases/" + id + "/timeline", body, key).status());
        Answer gone = takeOff(members(coordinator).etag());
        assertEquals(gone.body().toString(), 200, gone.status());
        assertFalse(gone.body().toString().contains(POLICE));
        assertEquals(404, police.get("/cases/" + id).status());
        assertEquals(
                "also an old answer",
                404,
                police.post("/cases/" + id + "/timeline", body, key).status());
        assertEquals(0, total(police, "&search=" + number));
    }

    @Test
    public void membersAreChangedByVersionAndByCoordinatorsOnly() throws Exception {
        String path = "/cases/" + id + "/members/" + POLICE;
        String etag = members(coordinator).etag();
        assertEquals(428, coordinator.send("PUT", path, "{}", Map.of()).status());
        String last = LocalDate.now().plusDays(7).toString();
        Answer put = coordinator.put(path, "{\"until\": \"" + last + "\"}", etag);
        assertEquals(put.body().toString(), 200, put.status());
        JsonNode member = put.body()
                .path("members")
                .valueStream()
                .filter(m -> m.path("username").stringValue().equals(POLICE))
                .findFirst()
                .orElseThrow();
        assertEquals(last, member.path("until").stringValue());
        assertEquals("police", member.path("agency").stringValue());
        assertEquals("se-coordinator", member.path("granted_by").stringValue());
        assertEquals(412, takeOff(etag).status());
        assertEquals(403, police.put(path, "{}", put.etag()).status());
        assertEquals(200, members(police).status());
        assertEquals(404, coordinator.put(path + "x", "{}", put.etag()).status());
        for (String wrong : List.of("{\"until\": \"soon\"}", "{\"untill\": \"" + last + "\"}")) {
            assertEquals(wrong, 422, coordinator.put(path, wrong, put.etag()).status());
        }
        String past = "{\"until\": \"" + LocalDate.now().minusDays(2) + "\"}";
        assertEquals(422, coordinator.put(path, past, put.etag()).status());
    }

    @Test
    public void aManagerSeesTheHouse() throws Exception {
        Api manager = product.as("manager", "SE-DEMO");
        assertEquals(total(coordinator, ""), total(manager, ""));
        assertEquals(200, manager.get("/cases/" + id).status());
        assertEquals(
                403,
                manager.put(
                                "/cases/" + id + "/members/" + POLICE,
                                "{}",
                                members(manager).etag())
                        .status());
    }

    private JsonNode ofDay(Api who, LocalDate day) throws Exception {
        Answer answer = who.get("/indicators/BH-0-04/values?from=" + day + "&to=" + day.plusDays(1));
        assertEquals(answer.body().toString(), 200, answer.status());
        return answer.body().at("/values/0");
    }

    /** Whose figures, over days with one case, and codes halved after that, said what stood in it. */
    @Test
    public void aDayOfFewCasesIsNoFigureForWhoeverDoesNotReachThem() throws Exception {
        LocalDate few = LocalDate.now();
        while (!List.of(1L, 2L, 3L, 4L)
                .contains(ofDay(coordinator, few).path("n").longValue())) {
            few = few.minusDays(1);
            assertTrue("a day of few cases", few.isAfter(LocalDate.now().minusYears(2)));
        }
        LocalDate none = few;
        while (ofDay(coordinator, none).path("n").longValue() != 0) {
            none = none.minusDays(1);
        }
        assertFalse(ofDay(coordinator, few).path("suppressed").booleanValue());
        for (LocalDate day : List.of(few, none)) {
            JsonNode figure = ofDay(police, day);
            assertTrue(figure.toString(), figure.path("suppressed").booleanValue());
            for (String name : List.of("n", "numerator", "denominator", "value", "missing", "excluded")) {
                assertTrue(name + figure, figure.path(name).isNull());
            }
        }
        String year = "/indicators/BH-0-04/values?from=" + LocalDate.now().withDayOfYear(1) + "&to="
                + LocalDate.now().plusDays(1);
        assertEquals(
                coordinator.get(year).body().at("/values/0/value"),
                police.get(year).body().at("/values/0/value"));
    }

    private static List<String> lines(Answer answer) {
        return answer.body()
                .path("entries")
                .valueStream()
                .map(e -> Stream.of("kind", "result", "detail")
                        .map(name -> e.path(name).asString("").toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" "))
                        .replaceAll(" account:.*", ""))
                .toList();
    }

    @Test
    public void grantingEndingAndTryingAreInTheTrail() throws Exception {
        police.get("/cases/" + id);
        Samples.join(coordinator, id, POLICE);
        takeOff(members(coordinator).etag());
        Api dpo = product.as("dpo", "SE-DEMO");
        Samples.await(
                Duration.ofSeconds(20),
                () -> dpo.get("/audit?limit=200&case=" + number),
                answer -> Stream.of("change done granted", "change done ended", "read denied member")
                        .allMatch(lines(answer)::contains));
    }
}
