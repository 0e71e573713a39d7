// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;

/** The clock of the machine is set a day forward and an hour back while people work. */
public class ClockIT {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SIGNED = Duration.ofSeconds(30);
    private static final int LONGEST_PAUSE = 900;
    private static final int MOST_GUESSES = 12;
    private static final long STEP_SECONDS = 30;
    private static final String GLASS = """
            {"case_number": "%s", "reason": "acute_danger", "text": "The child is here and nobody of the case answers."}""";

    @Test
    public void nobodyGainsTimeByItAndNobodyIsShutOutForEver() throws Exception {
        assumeTrue(
                "libfaketime is installed: apt-get install libfaketime",
                FakeClock.installed().isPresent());
        FakeClock clock = FakeClock.make();
        Map<String, String> settings =
                Map.of("HUB_JAVA_HOME", clock.javaHome().toString(), "HUB_AUDIT__CHECKPOINT_SECONDS", "10");
        try (DemoProduct product = DemoProduct.start("clock", settings, 0)) {
            new Course(product, clock).run();
        }
    }

    /** What happens, in order. */
    private static final class Course {
        private final DemoProduct product;
        private final FakeClock clock;
        private final Api today;
        private Api police;
        private final String path;
        private final Answer first;

        Course(DemoProduct product, FakeClock clock) throws Exception {
            this.product = product;
            this.clock = clock;
            today = product.as("coordinator", "SE-DEMO");
            police = signedIn("se-police");
            first = created(today, "before");
            path = "/cases/" + Samples.id(first);
        }

        void run() throws Exception {
            memberUntilToday();
            assertEquals(404, police.get(path).status());
            breakGlass(first);
            assertEquals(200, police.get(path).status());
            assertEquals(200, signedIn("se-health").get(path).status());
            clock.set(DAY);
            Api tomorrow = aDayForward();
            String id = Samples.id(created(tomorrow, "ahead"));
            assertSigned();
            clock.set(Duration.ZERO);
            assertEquals("the key is known", id, Samples.id(created(tomorrow, "ahead")));
            assertEquals(2, tomorrow.get("/cases?limit=1").body().path("total").intValue());
            aDayBack("/cases/" + id);
            clock.set(Duration.ofHours(-1));
            created(tomorrow, "behind");
            assertSigned();
            assertTrail();
            clock.set(Duration.ZERO);
            assertEquals("unused for an hour", 401, tomorrow.get(path).status());
            assertEquals(200, signedIn("se-police2").get("/cases?limit=1").status());
        }

        /** Sessions are over, and so is what lasted until then; signing in again works. */
        private Api aDayForward() throws Exception {
            assertEquals(401, today.get(path).status());
            assertEquals(401, police.get(path).status());
            Api tomorrow = signedIn("se-coordinator");
            police = signedIn("se-police");
            assertEquals("four hours are over", 404, police.get(path).status());
            assertEquals(
                    "the last day is over", 404, signedIn("se-health").get(path).status());
            Answer ahead = created(tomorrow, "ahead");
            breakGlass(ahead);
            assertEquals(200, police.get("/cases/" + Samples.id(ahead)).status());
            guessUntilThrottled();
            return tomorrow;
        }

        /** What began ahead does not last until then, neither for whoever gains by it nor for whoever suffers. */
        private void aDayBack(String ahead) throws Exception {
            assertEquals("four hours are not over", 200, police.get(path).status());
            assertEquals(
                    "begun by a clock that was ahead", 404, police.get(ahead).status());
            HttpResponse<String> throttled = tried("se-prosecution", "wrong", "000000");
            assertEquals(throttled.body(), 429, throttled.statusCode());
            int pause = Integer.parseInt(
                    throttled.headers().firstValue("Retry-After").orElseThrow());
            assertTrue("a pause of " + pause + " s", pause <= LONGEST_PAUSE);
            signedIn("no-manager");
            assertNoCodeTwice("se-child-protection");
        }

        private Answer created(Api coordinator, String key) throws Exception {
            Answer created = coordinator.post("/cases", Samples.swedishCase(9, ""), "clock-" + key);
            assertEquals(created.body().toString(), 201, created.status());
            return created;
        }

        private void breakGlass(Answer ofCase) throws Exception {
            String body = GLASS.formatted(ofCase.body().path("number").stringValue());
            assertEquals(201, police.post("/emergency-access", body).status());
        }

        private void memberUntilToday() throws Exception {
            String members = path + "/members";
            String lastDay = "{\"until\": \"" + LocalDate.now(ZoneId.of("Europe/Stockholm")) + "\"}";
            Answer joined = today.put(
                    members + "/se-health", lastDay, today.get(members).etag());
            assertEquals(joined.body().toString(), 200, joined.status());
        }

        private Api signedIn(String username) throws Exception {
            return Api.signIn(product.data(), product.port(), product.named(username), code(username));
        }

        private String code(String username) {
            long step = clock.now().getEpochSecond() / STEP_SECONDS;
            return Totp.code(product.named(username).totpSecret(), step);
        }

        private HttpResponse<String> tried(String username, String password, String otp) throws Exception {
            String body = Api.JSON
                    .createObjectNode()
                    .put("username", username)
                    .put("password", password)
                    .put("otp", otp)
                    .toString();
            return new Client(product.data(), product.port())
                    .send("POST", Api.BASE + "/session", body, Map.of("Content-Type", "application/json"));
        }

        private void guessUntilThrottled() throws Exception {
            for (int guess = 0; guess < MOST_GUESSES; guess++) {
                if (tried("se-prosecution", "wrong", "000000").statusCode() == 429) {
                    return;
                }
            }
            throw new AssertionError("never throttled");
        }

        /** The clock goes back by one step, where the code that was used is the one of the next step. */
        private void assertNoCodeTwice(String username) throws Exception {
            String code = code(username);
            String password = product.named(username).password();
            assertEquals(200, tried(username, password, code).statusCode());
            clock.set(Duration.ofSeconds(-STEP_SECONDS));
            assertEquals(401, tried(username, password, code).statusCode());
        }

        /** Checkpoints go on: somebody has written something a moment ago. */
        private void assertSigned() throws Exception {
            Path file = product.data().resolve("audit/checkpoints.jsonl");
            int before = Files.exists(file) ? Files.readAllLines(file).size() : 0;
            long end = System.nanoTime() + SIGNED.toNanos();
            while (!Files.exists(file) || Files.readAllLines(file).size() <= before) {
                assertTrue("nothing was signed", System.nanoTime() < end);
                Thread.sleep(200);
            }
        }

        /** Valid in the order of the numbers, which is not that of the times, and it says when the clock was set. */
        private void assertTrail() throws Exception {
            product.hub(0, "admin", "audit-check");
            List<Path> files = product.dumped();
            assertTrue(
                    product.verify(0, files.get(0), files.get(1), files.get(2)).startsWith("VALID"));
            List<String> told = Files.readAllLines(files.getFirst()).stream()
                    .filter(line -> line.contains("\"object_type\":\"clock\""))
                    .toList();
            assertTrue(told.toString(), told.stream().anyMatch(line -> line.contains("forward 86")));
            assertTrue(told.toString(), told.stream().anyMatch(line -> line.contains("back 86")));
            assertTrue(told.toString(), told.stream().anyMatch(line -> line.contains("back 35")));
        }
    }
}
