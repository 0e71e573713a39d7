// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Guessing, one session at a time, enrolment, agreement, recovery codes, and being out at once. */
public class SignInContract {
    private static final String PASSWORD = "fyra hästar simmar hemåt";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    private final DemoProduct product = SharedProduct.product();

    private static String credentials(String username, String password, String otp) {
        return Api.JSON
                .createObjectNode()
                .put("username", username)
                .put("password", password)
                .put("otp", otp)
                .toString();
    }

    private Client client() throws Exception {
        return new Client(product.data(), product.port());
    }

    private int guess(String username) throws Exception {
        return client().send("POST", Api.BASE + "/session", credentials(username, "wrong wrong wrong", "000000"), JSON)
                .statusCode();
    }

    @Test
    public void parallelGuessesGetAtMostFiveTriesWhetherTheNameExistsOrNot() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            for (String name : List.of("se-prosecution", "nobody-" + System.nanoTime())) {
                List<Integer> codes = new ArrayList<>();
                Callable<Integer> guess = () -> guess(name);
                for (Future<Integer> each : threads.invokeAll(Collections.nCopies(12, guess))) {
                    codes.add(each.get());
                }
                int checked = Collections.frequency(codes, 401);
                // on a slow machine a check that waits too long for its turn is forgiven and answered with 503
                int busy = Collections.frequency(codes, 503);
                assertTrue(name + codes, checked >= 1 && checked <= 5);
                assertEquals(name + codes, 12 - checked - busy, Collections.frequency(codes, 429));
                // the network's tries begin anew, so that the tests after this one are not slowed down
                Demo.signIn(product.data(), product.port(), product.named("se-police2"));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    public void aSecondSignInEndsTheFirst() throws Exception {
        Demo.User user = product.named("no-police2");
        Api first = Demo.signIn(product.data(), product.port(), user);
        assertEquals(200, first.get("/session").status());
        Demo.signIn(product.data(), product.port(), user);
        Answer over = first.get("/cases");
        assertEquals(401, over.status());
        assertEquals("SESSION_TAKEN_OVER", over.code());
    }

    /** The cookie changes with a fresh factor, the token does not, and what the person sees of the own session is one row. */
    @Test
    public void theOwnSessionGoesOnUnderAnotherSecretIsShownAndEnded() throws Exception {
        Demo.User user = product.named("no-police2");
        Api api = Demo.signIn(product.data(), product.port(), user);
        String otp = Demo.freshCode(user.username(), user.totpSecret());
        Answer renewed = api.post("/session/step-up", "{\"otp\": \"" + otp + "\"}");
        assertEquals(renewed.body().toString(), 200, renewed.status());
        Answer mine = api.get("/session/mine");
        assertEquals(1, mine.body().path("sessions").size());
        assertTrue(mine.body().path("sessions").get(0).path("current").asBoolean());
        String id = mine.body().path("sessions").get(0).path("id").stringValue();
        assertEquals(
                404, api.send("DELETE", "/session/mine/another", null, Map.of()).status());
        assertEquals(
                204, api.send("DELETE", "/session/mine/" + id, null, Map.of()).status());
        assertEquals(401, api.get("/cases").status());
    }

    private static void nothingIsOpenBeforeTheAgreementIsSigned(Api api) throws Exception {
        for (String path : List.of("/cases", "/schemas/current", "/plugins", "/indicators")) {
            Answer gate = api.get(path);
            assertEquals(path, 403, gate.status());
            assertEquals(path, "AGREEMENT_REQUIRED", gate.code());
        }
        assertEquals(
                "AGREEMENT_REQUIRED",
                api.get("/session").body().path("waits_for").stringValue());
        assertEquals(403, api.post("/cases", Samples.swedishCase(9, "")).status());
        ObjectNode signature = Api.JSON
                .createObjectNode()
                .put("version", api.get("/agreements").body().path("version").intValue())
                .put("language", api.get("/agreements").body().path("language").stringValue())
                .put("name", "N. N.")
                .put("title", "samordnare")
                .put("organisation", "Barnahus");
        assertEquals(
                "AGREEMENT_CHANGED",
                api.post("/agreements", signature.put("hash", "0".repeat(64)).toString())
                        .code());
        signature.put("hash", api.get("/agreements").body().path("hash").stringValue());
        assertEquals(200, api.post("/agreements", signature.toString()).status());
        assertEquals(200, api.get("/cases").status());
    }

    /** Somebody new is reminded and has a time of grace; every answer must be right. */
    private static void theTrainingIsPassedWhenEveryAnswerIsRight(Api api) throws Exception {
        JsonNode before = api.get("/trainings").body();
        assertTrue(before.path("remind").booleanValue());
        assertTrue(before.path("passed").isMissingNode());
        assertEquals(8, before.path("questions").size());
        ObjectNode answers = Api.JSON.createObjectNode();
        List<String> letters = List.of("b", "c", "a", "b", "c", "a", "b", "a");
        for (int i = 0; i < letters.size(); i++) {
            answers.put("q" + (i + 1), letters.get(i));
        }
        ObjectNode body = Api.JSON.createObjectNode();
        body.set("answers", answers);
        Answer wrong = api.post("/trainings", body.toString());
        assertEquals(422, wrong.status());
        assertEquals("TRAINING_WRONG", wrong.code());
        assertTrue(wrong.body().toString(), wrong.body().toString().contains("answers/q8"));
        answers.put("q8", "c");
        assertEquals(200, api.post("/trainings", body.toString()).status());
        JsonNode after = api.get("/trainings").body();
        assertFalse(after.path("remind").booleanValue());
        assertFalse(after.path("passed").isMissingNode());
    }

    @Test
    public void aNewColleagueEnrolsSignsTheAgreementAndIsOutAtOnceWhenClosed() throws Exception {
        Api manager = product.as("manager", "SE-DEMO");
        String name = "ny-" + Long.toString(System.nanoTime(), 36);
        String member = Api.JSON
                .createObjectNode()
                .put("username", name)
                .put("agency", "barnahus")
                .set("roles", Api.JSON.createArrayNode().add("coordinator"))
                .toString();
        assertEquals(
                403, product.as("coordinator", "SE-DEMO").post("/users", member).status());
        String code = fresh(manager, "/users", member).body().path("code").stringValue();

        String page = enrol(name, code);
        String secret =
                found(page, "</p>\\s*<code>([A-Z2-7 ]+)</code>").getFirst().replace(" ", "");
        List<String> recovery = found(page, "<li><code>([A-Z2-7-]+)</code></li>");
        assertEquals(10, recovery.size());

        Demo.User user = new Demo.User(name, PASSWORD, secret, "SE-DEMO", List.of("coordinator"), "barnahus");
        Api api = Api.signIn(product.data(), product.port(), user, Demo.freshCode(name, secret));
        nothingIsOpenBeforeTheAgreementIsSigned(api);
        theTrainingIsPassedWhenEveryAnswerIsRight(api);

        Api again = Api.signIn(product.data(), product.port(), user, recovery.getFirst());
        assertEquals(200, again.get("/cases").status());
        HttpResponse<String> used =
                client().send("POST", Api.BASE + "/session", credentials(name, PASSWORD, recovery.getFirst()), JSON);
        assertEquals("a recovery code works once", 401, used.statusCode());

        assertEquals(200, manager.post("/users/" + name + "/close", "{}").status());
        assertEquals("on the next request", 401, again.get("/cases").status());
        assertEquals(
                "closed: the right code is of no use",
                401,
                client().send("POST", Api.BASE + "/session", credentials(name, PASSWORD, recovery.get(1)), JSON)
                        .statusCode());
    }

    @Test
    public void aManagerTakesNobodyOverWhoStandsAboveTheHouse() throws Exception {
        Api manager = product.as("manager", "SE-DEMO");
        assertEquals(
                "ROLE_NOT_GRANTABLE",
                fresh(manager, "/users/se-national-admin/enrolment-code", "{}").code());
        assertEquals(
                "NOT_FOUND",
                fresh(manager, "/users/no-police/enrolment-code", "{}").code());
        assertEquals(
                "NOT_YOURSELF",
                fresh(manager, "/users/se-manager/roles", "{\"roles\": [\"dpo\"]}")
                        .code());
    }

    /** Posts, with a fresh second factor if that is asked for. */
    private Answer fresh(Api api, String path, String body) throws Exception {
        Answer answer = api.post(path, body);
        if (!answer.code().equals("STEP_UP_REQUIRED")) {
            return answer;
        }
        Demo.User manager = product.named("se-manager");
        String otp = Demo.freshCode(manager.username(), manager.totpSecret());
        assertEquals(
                200, api.post("/session/step-up", "{\"otp\": \"" + otp + "\"}").status());
        Answer then = api.post(path, body);
        assertNotEquals("STEP_UP_REQUIRED", then.code());
        return then;
    }

    /** As a browser does: the page, its token, the form. */
    private String enrol(String name, String code) throws Exception {
        Client browser = client();
        Matcher token = TOKEN.matcher(browser.get("/enrol").body());
        assertTrue(token.find());
        String form = Map.of(
                        "token",
                        token.group(1),
                        "username",
                        name,
                        "code",
                        code,
                        "password",
                        PASSWORD,
                        "again",
                        PASSWORD)
                .entrySet()
                .stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Map<String, String> type = Map.of("Content-Type", "application/x-www-form-urlencoded");
        HttpResponse<String> answer = browser.send("POST", "/enrol", form, type);
        assertEquals(answer.body(), 200, answer.statusCode());
        assertEquals(
                "a code works once",
                422,
                browser.send("POST", "/enrol", form, type).statusCode());
        return answer.body();
    }

    private static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
    }
}
