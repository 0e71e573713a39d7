// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Test;

/** Whoever asks too fast is told when to come again, and nobody else is. */
public class RatesContract {
    /** A changed file is seen within seconds, on a machine that has time. */
    private static final Duration SOON = Duration.ofSeconds(120);

    private static final String LOW = "person.second = 1\nperson.burst = 30\naddress.second = 1\naddress.burst = 30";

    private final DemoProduct product = SharedProduct.product();

    /** Other rates until it is closed. */
    private final class Rates implements AutoCloseable {
        private final Path settings = product.data().resolve("etc/org.openbarnahus.rates.cfg");
        private final String before = Files.readString(settings);

        Rates(String lines) throws IOException {
            Files.writeString(settings, before + "\n" + lines + "\n");
        }

        @Override
        public void close() throws IOException {
            Files.writeString(settings, before);
        }
    }

    @Test
    public void whoeverAsksTooFastWaitsAndOthersDoNot() throws Exception {
        Api fast = product.as("coordinator", "SE-DEMO");
        Api calm = product.as("coordinator", "NO-DEMO");
        try (Rates low = new Rates(LOW)) {
            Api.Answer refused = Samples.await(SOON, () -> fast.get("/session"), answer -> answer.status() == 429);
            assertEquals("TOO_FAST", refused.code());
            assertEquals("another person goes on", 200, calm.get("/session").status());
            Client nobody = new Client(product.data(), product.port());
            HttpResponse<String> page = signIn(nobody);
            for (int i = 0; i < 200 && page.statusCode() != 429; i++) {
                page = signIn(nobody);
            }
            assertEquals(429, page.statusCode());
            assertEquals("1", page.headers().firstValue("Retry-After").orElse(""));
            assertEquals("1", page.headers().firstValue("Refresh").orElse(""));
            assertEquals("who is signed in goes on", 200, calm.get("/session").status());
        }
        Samples.await(SOON, () -> many(fast), answer -> answer.status() == 200);
    }

    /** More than the low numbers give: only when the old ones are back is none refused, of a person nor of an address. */
    private Api.Answer many(Api api) throws Exception {
        Client nobody = new Client(product.data(), product.port());
        Api.Answer last = api.get("/session");
        for (int i = 0; i < 60 && last.status() == 200; i++) {
            last = signIn(nobody).statusCode() == 429
                    ? new Api.Answer(429, Api.JSON.createObjectNode(), "", "")
                    : api.get("/session");
        }
        return last;
    }

    @Test
    public void whoWritesTooFastIsToldWhenToCarryOn() throws Exception {
        Api fast = product.as("coordinator", "SE-DEMO");
        Api calm = product.as("coordinator", "NO-DEMO");
        try (Rates low = new Rates("writes.minute = 30\nwrites.burst = 5")) {
            Samples.await(SOON, () -> fast.post("/cases", "{}"), answer -> answer.status() == 429);
            HttpResponse<String> refused = fast.raw("POST", "/cases", "{}");
            assertEquals(429, refused.statusCode());
            int seconds =
                    Integer.parseInt(refused.headers().firstValue("Retry-After").orElse("0"));
            assertTrue("two seconds a write: " + seconds, seconds >= 1 && seconds <= 2);
            assertEquals("reading goes on", 200, fast.get("/cases?limit=1").status());
            assertEquals("others write", 422, calm.post("/cases", "{}").status());
            Samples.await(SOON, () -> fast.post("/cases", "{}"), answer -> answer.status() == 422);
        }
        Samples.await(SOON, () -> fast.post("/cases", "{}"), answer -> answer.status() == 422);
    }

    @Test
    public void whoReadsOnAndOnShowsTheSecondFactorFirst() throws Exception {
        Api reader = product.as("coordinator", "NO-DEMO");
        List<String> cases = new ArrayList<>();
        reader.get("/cases?limit=200")
                .body()
                .path("cases")
                .forEach(each -> cases.add(each.path("id").stringValue()));
        assertTrue("so many cases: " + cases.size(), cases.size() >= 15);
        try (Rates low = new Rates("reading.cases = 10")) {
            Samples.await(
                    SOON, () -> readAll(reader, cases), answer -> answer.code().equals("STEP_UP_REQUIRED"));
            String otp = Demo.freshCode(
                    "no-coordinator", product.named("no-coordinator").totpSecret());
            assertEquals(
                    200,
                    reader.post("/session/step-up", "{\"otp\": \"" + otp + "\"}")
                            .status());
            for (String id : cases.subList(0, 10)) {
                assertEquals(200, reader.get("/cases/" + id).status());
            }
            assertEquals(
                    "what was shown",
                    200,
                    reader.get("/cases/" + cases.getFirst()).status());
            Api.Answer more = reader.get("/cases/" + cases.get(12) + "/timeline");
            assertEquals(403, more.status());
            assertEquals("and one factor is for so many", "STEP_UP_REQUIRED", more.code());
        }
        Samples.await(SOON, () -> reader.get("/cases/" + cases.get(12)), answer -> answer.status() == 200);
        Api dpo = product.as("dpo", "NO-DEMO");
        assertTrue(dpo.get("/audit?result=refused&limit=200").body().toString().contains("reading-on"));
    }

    @Test
    public void whoNarrowsFiguresOnAndOnShowsTheSecondFactorFirst() throws Exception {
        Api reader = product.as("practitioner", "NO-DEMO");
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Oslo")); // of the house
        String figure = "/indicators/BH-0-04/values?to=" + today.plusDays(1) + "&from=";
        int[] days = {0};
        try (Rates low = new Rates("reading.questions = 10")) {
            Samples.await(
                    SOON,
                    () -> reader.get(figure + today.minusDays(days[0]++)),
                    answer -> answer.code().equals("STEP_UP_REQUIRED"));
            LocalDate newYear = today.withDayOfYear(1);
            assertEquals(
                    "what the page shows by itself",
                    200,
                    reader.get(figure + newYear).status());
            Api all = product.as("coordinator", "NO-DEMO");
            for (int i = 0; i < 12; i++) {
                assertEquals(200, all.get(figure + today.minusDays(i)).status());
            }
        }
        Samples.await(SOON, () -> reader.get(figure + today.minusDays(days[0])), answer -> answer.status() == 200);
    }

    /** Of heavy work: done, or told when to come again. */
    private static List<Integer> statuses(List<Future<HttpResponse<String>>> all) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (Future<HttpResponse<String>> each : all) {
            HttpResponse<String> answer = each.get();
            statuses.add(answer.statusCode());
            if (answer.statusCode() == 503) {
                assertTrue(answer.body(), answer.body().contains("WORK_IN_LINE"));
                assertEquals("5", answer.headers().firstValue("Retry-After").orElse(""));
            }
        }
        return statuses;
    }

    /** The first answer that shows no case, else the last. */
    private static Api.Answer readAll(Api reader, List<String> cases) throws Exception {
        // until the file has been seen each round reads all cases: not more often than people could
        Thread.sleep(1_000);
        Api.Answer last = reader.get("/cases/" + cases.getFirst());
        for (int i = 1; i < cases.size() && last.status() == 200; i++) {
            last = reader.get("/cases/" + cases.get(i));
        }
        return last;
    }

    @Test
    public void heavyWorkOfOneHouseLeavesTheOthersAlone() throws Exception {
        Api greedy = product.as("coordinator", "SE-DEMO");
        Api calm = product.as("coordinator", "NO-DEMO");
        String file = Api.JSON
                .createObjectNode()
                .put("cases", "case_date,sex\n" + "2026-05-01,female\n".repeat(4_900))
                .toString();
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try (Rates low = new Rates("heavy.in.line = 1")) {
            List<Integer> statuses = new ArrayList<>();
            long end = System.nanoTime() + SOON.toNanos();
            while (!statuses.contains(503) && System.nanoTime() < end) {
                List<Future<HttpResponse<String>>> all = new ArrayList<>();
                for (int i = 0; i < 12; i++) {
                    all.add(threads.submit(() -> greedy.raw("POST", "/imports", file)));
                }
                for (int i = 0; i < 10; i++) {
                    assertEquals(
                            "another house works on",
                            200,
                            calm.get("/cases?limit=5").status());
                }
                assertEquals(
                        "and has its turn", 200, calm.post("/imports", file).status());
                statuses.addAll(statuses(all));
            }
            assertTrue(
                    "some waited, some were told to come again: " + statuses,
                    statuses.contains(200) && statuses.contains(503));
            assertTrue(statuses.toString(), Set.of(200, 503).containsAll(statuses));
        } finally {
            threads.shutdownNow();
        }
    }

    private static HttpResponse<String> signIn(Client nobody) throws Exception {
        return nobody.send("GET", "/sign-in", "", Map.of("Accept", "text/html"));
    }
}
