// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Test;
import tools.jackson.databind.JsonNode;

/** Whoever is outside cannot fill the log, and by that push out of it what matters; what cannot be read is their failure. */
public class LogContract {
    private static final int ROUNDS = 40;
    /** What server and REST library may warn of at once, both together. */
    private static final int FEW = 20;

    private static final String ERROR = "\"level\":\"ERROR\"";
    private static final List<String> MEMBERS =
            List.of("at", "level", "bundle", "logger", "thread", "message", "exception");

    private static final String HOST = "Host: localhost";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    private final DemoProduct product = SharedProduct.product();

    /** Of every file, the ones that were full before, too: whoever fills the log must not hide by filling it. */
    private List<String> lines() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(product.data().resolve("log"))) {
            files = all.filter(file -> file.getFileName().toString().matches("openbarnahus(-\\d)?\\.log"))
                    .toList();
        }
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            lines.addAll(Files.readAllLines(file));
        }
        return lines;
    }

    private List<String> trouble() throws IOException {
        return lines().stream()
                .filter(line -> line.contains("\"level\":\"WARN\"") || line.contains(ERROR))
                .sorted()
                .toList();
    }

    @Test
    public void whatIsNoProperRequestLeavesNextToNothingInTheLog() throws Exception {
        Wire wire = new Wire(product.data(), product.port());
        List<String> before = trouble();
        for (int round = 0; round < ROUNDS; round++) {
            wire.answer("GET / HTTP/1.1", HOST, HOST, "", "");
            wire.answer("GET /sign-in HTTP/1.1", "Host: a b<>", "", "");
            wire.answer("GET /api/v1/health HTTP/1.1", HOST, "X : y", "", "");
            wire.answer("GET /api/v1/health?x=%zz HTTP/1.1", HOST, "Connection: close", "", "");
            wire.answer("\u0000\u0001", "", "");
        }
        List<String> said = new ArrayList<>(trouble());
        said.removeAll(before);
        assertTrue(said.toString(), said.size() <= FEW);
        assertTrue(said.toString(), said.stream().noneMatch(line -> line.contains(ERROR)));
    }

    /** Programs read it: one object a line, the time in UTC, nothing that is not named. */
    @Test
    public void everyLineIsOneObjectOfTheMembersThatAreDocumented() throws Exception {
        List<String> lines = lines();
        assertFalse("nothing is in the log", lines.isEmpty());
        for (String line : lines) {
            JsonNode entry = Api.JSON.readTree(line);
            assertEquals(line, MEMBERS, List.copyOf(entry.propertyNames()));
            assertTrue(line, entry.path("at").stringValue().matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\.\\d{3}Z"));
            assertTrue(line, entry.path("level").stringValue().matches("ERROR|WARN|INFO"));
        }
    }

    @Test
    public void whatCannotBeReadIsToldToBeSo() throws Exception {
        Client stranger = new Client(product.data(), product.port());
        Wire wire = new Wire(product.data(), product.port());
        Map<String, String[]> bodies = Map.of(
                "no percent", new String[] {FORM, "a=%zz"},
                "no text", new String[] {FORM, "a=%ff%c3"},
                "no charset", new String[] {FORM + ";charset=nope", "a=b"},
                "no charset of a program", new String[] {"Content-Type: application/json;charset=nope", "{}"});
        for (Map.Entry<String, String[]> each : bodies.entrySet()) {
            String body = each.getValue()[1];
            String answer = wire.answer(
                    "POST /sign-in HTTP/1.1",
                    HOST,
                    each.getValue()[0],
                    "Content-Length: " + body.length(),
                    "Connection: close",
                    "",
                    body);
            assertTrue(each.getKey() + ": " + answer, answer.startsWith("HTTP/1.1 400 "));
        }
        String query = wire.answer("GET /sign-in?lang=%c3 HTTP/1.1", HOST, "Connection: close", "", "");
        assertTrue(query, query.startsWith("HTTP/1.1 400 "));
        assertEquals(200, stranger.get("/sign-in?lang=sv&to=%2Fcases%2F%C3%A5").statusCode());
    }
}
