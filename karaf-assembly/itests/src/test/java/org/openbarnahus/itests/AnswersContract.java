// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

/** What answers say about themselves: types, names of files, what is a script, and that nothing is in development mode. */
public class AnswersContract {
    private static final Pattern SCRIPT = Pattern.compile("<script[^>]*\\ssrc=\"([^\"]+)\"");
    /** Jetty's own pages of errors are in the other one. */
    private static final Pattern CHARSET = Pattern.compile(".*;charset=(utf-8|iso-8859-1)");

    private static final Pattern NEEDS_CHARSET = Pattern.compile("text/.*|[^;]*[/+]xml(;.*)?");

    /** Pages, files and answers of each kind, of those that are there and those that are not. */
    private static final List<String> FILES = List.of(
            "/",
            "/cases",
            "/nowhere",
            "/nowhere.css",
            "/shell/icon.svg",
            "/kit/theme.css",
            "/account",
            "/account/style.css",
            "/child/none",
            "/child/icon.svg",
            "/child/style.css",
            "/sign-in",
            "/sign-in/style.css",
            "/sign-in/passkey.js",
            "/api/v1/health",
            "/api/v1/docs",
            "/api/v1/openapi.json",
            "/api/v1/cases",
            "/api/v1/none",
            "/api/v1/imports/templates/cases",
            "/api/v1/sharing",
            "/api/v1/schemas/current",
            "/VAADIN/none.js",
            "/%2e%2e/x");

    private final DemoProduct product = SharedProduct.product();
    private final Api coordinator = product.as("coordinator", "SE-DEMO");
    private final Api officer = product.as("dpo", "NO-DEMO");
    private final Client stranger;
    private final Wire wire;

    public AnswersContract() throws Exception {
        stranger = new Client(product.data(), product.port());
        wire = new Wire(product.data(), product.port());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }

    private static Set<String> scripts(String page) {
        Set<String> sources = new TreeSet<>();
        Matcher script = SCRIPT.matcher(page);
        while (script.find()) {
            String source = script.group(1);
            sources.add(source.startsWith("/") ? source : "/" + source.replaceFirst("^\\./", ""));
        }
        return sources;
    }

    /** V4.1.1: also what is refused, and what Jetty answers by itself. */
    @Test
    public void everyAnswerWithABodySaysItsTypeAndCharset() throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        List<String> files = new ArrayList<>(scripts(coordinator.page("/").body()));
        files.addAll(FILES);
        for (String file : files) {
            answers.add(coordinator.page(file));
            answers.add(stranger.get(file));
        }
        int bodies = 0;
        for (HttpResponse<String> answer : answers) {
            String type = header(answer, "Content-Type").toLowerCase(Locale.ROOT);
            if (!answer.body().isEmpty()) {
                bodies++;
                String what = answer.uri() + " " + answer.statusCode() + " " + type;
                assertFalse(what, type.isEmpty());
                if (NEEDS_CHARSET.matcher(type).matches()) {
                    assertTrue(what, CHARSET.matcher(type.replace(" ", "")).matches());
                }
            }
        }
        assertTrue("so many bodies: " + bodies, bodies > 30);
    }

    /** V5.4.1, V5.4.2: nobody chooses the name of a file, nor adds to the header that says it. */
    @Test
    public void downloadsHaveNamesOfOurOwn() throws Exception {
        for (String kind : List.of("cases", "timeline")) {
            HttpResponse<String> template =
                    coordinator.page("/api/v1/imports/templates/" + kind + "?filename=evil.exe&name=x%22%0d%0aX:%20y");
            assertEquals(200, template.statusCode());
            assertEquals("attachment; filename=\"" + kind + ".csv\"", header(template, "Content-Disposition"));
            assertEquals("", header(template, "X"));
        }
        for (String kind : List.of("cases.exe", "..%2Fcases", "cases%22%3Bx%3D%22y", "%0d%0aX:y")) {
            HttpResponse<String> none = coordinator.page("/api/v1/imports/templates/" + kind);
            assertNotEquals(kind, 200, none.statusCode());
            assertEquals(kind, "", header(none, "Content-Disposition"));
        }
        HttpResponse<String> export = officer.page("/api/v1/audit/export?filename=evil.exe");
        assertTrue("refused: " + export.statusCode(), Set.of(400, 403).contains(export.statusCode()));
        StepUp fresh = StepUp.as(product, "dpo", "NO-DEMO", "no-dpo");
        assertEquals(200, fresh.send("GET", "/audit/export?limit=1", "").status());
        HttpResponse<String> trail = officer.page("/api/v1/audit/export?limit=1");
        assertEquals("attachment; filename=\"audit.csv\"", header(trail, "Content-Disposition"));
        assertTrue(header(trail, "Content-Type").startsWith("text/csv"));
    }

    /** V3.5.7: a script that another site includes says nothing about whoever visits it. */
    @Test
    public void scriptsAreTheSameForEverybodyAndDataIsNoScript() throws Exception {
        Set<String> scripts = scripts(coordinator.page("/").body());
        assertTrue(scripts.toString(), scripts.size() >= 3);
        for (String script : scripts) {
            HttpResponse<String> one = coordinator.page(script);
            HttpResponse<String> other = officer.page(script);
            assertEquals(script, 200, one.statusCode());
            assertTrue(script, header(one, "Content-Type").startsWith("text/javascript"));
            assertEquals(script, one.body(), other.body());
        }
        for (String data :
                List.of("/cases?limit=1", "/session", "/openapi.json", "/schemas/current", "/cases?callback=x")) {
            HttpResponse<String> answer = coordinator.raw("GET", data, null);
            assertTrue(data, header(answer, "Content-Type").contains("json"));
            assertEquals(data, "same-origin", header(answer, "Cross-Origin-Resource-Policy"));
        }
    }

    /** V13.4.2. */
    @Test
    public void nothingIsInDevelopmentMode() throws Exception {
        String page = coordinator.page("/").body();
        String start = coordinator.page("/?v-r=init&location=&query=").body();
        assertTrue(start, start.replace(" ", "").contains("\"productionMode\":true"));
        for (String word : List.of("vite", "devTools", "vaadin-dev-tools", "devmode", "liveReload", "stacktrace")) {
            assertFalse(word, page.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)));
        }
        for (String path : List.of(
                "/VAADIN/dev-tools/",
                "/VAADIN/@vite/client",
                "/@vite/client",
                "/VAADIN/generated/flow/generated-flow-imports.js",
                "/?v-r=debug_window",
                "/VAADIN/vaadin-dev-bundle/config/stats.json",
                "/VAADIN/config/stats.json",
                "/config/stats.json",
                "/copilot/")) {
            HttpResponse<String> answer = coordinator.page(path);
            assertFalse(path, answer.body().contains("packageJsonHash"));
            assertFalse(path, answer.body().contains("import.meta.hot"));
            assertFalse(path, header(answer, "Content-Type").contains("javascript"));
        }
    }

    /** V4.2.5: what is too long is refused before anybody looks at it, and harms nobody. */
    @Test
    public void addressesAndHeadersThatAreTooLongAreRefused() throws Exception {
        String longer = "x".repeat(40_000);
        for (String[] lines : new String[][] {
            {"GET /sign-in?to=" + longer + " HTTP/1.1", "Host: localhost"},
            {"GET /" + longer + " HTTP/1.1", "Host: localhost"},
            {"GET /sign-in HTTP/1.1", "Host: localhost", "Cookie: __Host-session=" + longer},
            {"GET /sign-in HTTP/1.1", "Host: localhost", "Authorization: Bearer " + longer},
            {"GET /sign-in HTTP/1.1", "Host: localhost", longer + ": 1"}
        }) {
            List<String> message = new ArrayList<>(List.of(lines));
            message.addAll(List.of("Connection: close", "", ""));
            String first = wire.answer(message.toArray(String[]::new))
                    .lines()
                    .findFirst()
                    .orElse("");
            assertTrue(lines[0].substring(0, 12) + first, first.matches("HTTP/1.1 (400|414|431) .*"));
        }
        HttpResponse<String> redirect = stranger.get("/cases/" + "y".repeat(3_000));
        assertTrue(
                "an answer that a browser takes", header(redirect, "Location").length() < 4_096);
        assertEquals(200, stranger.get("/api/v1/health").statusCode());
    }
}
