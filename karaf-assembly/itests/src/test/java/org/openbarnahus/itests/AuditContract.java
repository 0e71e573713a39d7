// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;
import tools.jackson.databind.JsonNode;

/** Who did what is found again, tells whoever must know in time, and cannot be changed unseen. */
public class AuditContract {
    private static final Duration IN_TIME = Duration.ofSeconds(5);

    private final DemoProduct product = SharedProduct.product();
    private final Api coordinator = product.as("coordinator", "SE-DEMO");
    private final Api officer = product.as("dpo", "SE-DEMO");
    private final Api manager = product.as("manager", "SE-DEMO");

    private static List<JsonNode> list(Answer answer, String name) {
        assertEquals(answer.body().toString(), 200, answer.status());
        return StreamSupport.stream(answer.body().path(name).spliterator(), false)
                .toList();
    }

    private static boolean any(Answer answer, String name, Map<String, String> wanted) {
        return list(answer, name).stream()
                .anyMatch(node -> wanted.entrySet().stream()
                        .allMatch(w -> node.path(w.getKey()).asString("").equals(w.getValue())));
    }

    @Test
    public void theOfficerFindsWhoOpenedACaseByItsNumberAndOnlyInTheOwnHouse() throws Exception {
        Answer created = coordinator.post("/cases", Samples.swedishCase(8, ""));
        String number = created.body().path("number").stringValue();
        coordinator.get("/cases/" + Samples.id(created));
        String query = "/audit?case=" + number;
        Samples.await(
                IN_TIME,
                () -> officer.get(query),
                a -> any(a, "entries", Map.of("kind", "read", "person", "se-coordinator", "case", number)));
        assertTrue(any(officer.get(query + "&kind=create"), "entries", Map.of("kind", "create", "result", "done")));
        assertEquals(List.of(), list(officer.get(query + "&kind=export"), "entries"));
        assertEquals(List.of(), list(officer.get(query + "&person=se-health"), "entries"));
        assertEquals(List.of(), list(product.as("dpo", "NO-DEMO").get(query), "entries"));
        assertEquals(403, coordinator.get(query).status());
        assertEquals(403, manager.get("/audit/export").status());
        for (String wrong : List.of("?kind=x", "?from=yesterday", "?cursor=-1", "?limit=201", "?case=a&x=1")) {
            assertEquals(wrong, 400, officer.get("/audit" + wrong).status());
        }
    }

    @Test
    public void everybodySeesTheOwnDoingsAndNobodyElses() throws Exception {
        coordinator.get("/cases?limit=1");
        Answer own = Samples.await(
                IN_TIME, () -> coordinator.get("/audit/own"), a -> any(a, "entries", Map.of("kind", "search")));
        assertTrue(list(own, "entries").stream()
                .allMatch(e -> e.path("person").asString("").equals("se-coordinator")));
    }

    @Test
    public void anExportIsWrittenDown() throws Exception {
        assertEquals(200, officer.get("/audit/export?kind=sign_in").status());
        Samples.await(
                IN_TIME,
                () -> officer.get("/audit?kind=export"),
                a -> any(a, "entries", Map.of("kind", "export", "person", "se-dpo")));
    }

    @Test
    public void aDenialReachesManagerAndOfficerInTimeAndIsSeenTo() throws Exception {
        Api police = product.as("practitioner", "SE-DEMO");
        assertEquals(403, police.get("/audit").status());
        Map<String, String> wanted = Map.of("rule", "denied", "person", "se-police", "state", "open");
        Samples.await(IN_TIME, () -> officer.get("/alerts"), a -> any(a, "alerts", wanted));
        JsonNode alert = list(manager.get("/alerts"), "alerts").stream()
                .filter(a -> a.path("rule").asString("").equals("denied"))
                .filter(a -> a.path("person").asString("").equals("se-police"))
                .findFirst()
                .orElseThrow();
        String path = "/alerts/" + alert.path("id").stringValue() + "/acknowledgement";
        assertEquals(403, police.post(path, "{\"note\": \"nothing\"}").status());
        assertEquals(
                404,
                product.as("manager", "NO-DEMO")
                        .post(path, "{\"note\": \"nothing\"}")
                        .status());
        assertEquals(422, manager.post(path, "{\"note\": \"x\"}").status());
        Answer done = manager.post(path, "{\"note\": \"wrong link\"}");
        assertEquals("acknowledged", done.body().path("state").asString(""));
        assertEquals(
                done.body(), manager.post(path, "{\"note\": \"wrong link\"}").body());
        assertEquals(403, police.get("/alerts").status());
    }

    @Test
    public void guessingThePasswordOfAnAccountIsToldToItsHouse() throws Exception {
        Client stranger = new Client(product.data(), product.port());
        for (int i = 0; i < 5; i++) {
            stranger.send(
                    "POST",
                    Api.BASE + "/session",
                    "{\"username\": \"se-health\", \"password\": \"wrong-" + UUID.randomUUID()
                            + "\", \"otp\": \"000000\"}",
                    Map.of("Content-Type", "application/json"));
        }
        Samples.await(
                IN_TIME,
                () -> manager.get("/alerts"),
                a -> any(a, "alerts", Map.of("rule", "guessing", "person", "se-health")));
    }

    @Test
    public void aDumpIsValidForTheVerifierUntilItIsChanged() throws Exception {
        assertEquals(403, coordinator.get("/audit").status());
        Samples.await(
                IN_TIME,
                () -> officer.get("/audit?result=denied&person=se-coordinator"),
                a -> any(a, "entries", Map.of("result", "denied")));
        product.hub(0, "admin", "audit-check");
        List<Path> files = product.dumped();
        assertTrue(product.verify(0, files.get(0), files.get(1), files.get(2)).startsWith("VALID"));
        Path changed = Files.createTempFile("openbarnahus-dump", ".jsonl");
        String all = Files.readString(files.getFirst());
        Files.writeString(changed, all.replaceFirst("\"result\":\"DENIED\"", "\"result\":\"DONE\""));
        assertTrue(all.contains("\"result\":\"DENIED\""));
        assertTrue(
                product.verify(1, changed, files.get(1), files.get(2)).contains("its hash does not match its content"));
        Files.delete(changed);
    }
}
