// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.Test;

/** The server as seen from the wire: messages that can be read in two ways, protocols it must not speak, what it gives away. */
public class WireContract {
    private static final String HOST = "Host: localhost";
    private static final String SMUGGLED = "GET /api/v1/health HTTP/1.1";

    private final DemoProduct product = SharedProduct.product();
    private final Wire wire;
    private final Client stranger;

    public WireContract() throws Exception {
        wire = new Wire(product.data(), product.port());
        stranger = new Client(product.data(), product.port());
    }

    @Test
    public void aMessageThatCanBeReadInTwoWaysIsRefused() throws Exception {
        Map<String, String[]> hostile = Map.of(
                "length and chunks", new String[] {"Content-Length: 5", "Transfer-Encoding: chunked"},
                "two lengths", new String[] {"Content-Length: 0", "Content-Length: 5"},
                "two lengths in one", new String[] {"Content-Length: 0, 5"},
                "a length with a sign", new String[] {"Content-Length: +5"},
                "a blank before the colon", new String[] {"Content-Length : 5"},
                "a folded header", new String[] {"X-Fold: a", " b"},
                "chunks that are not last", new String[] {"Transfer-Encoding: chunked, identity"},
                "an unknown coding", new String[] {"Transfer-Encoding: xchunked"});
        for (Map.Entry<String, String[]> each : hostile.entrySet()) {
            String head = String.join("\r\n", each.getValue());
            String answer =
                    wire.answer("POST /api/v1/session HTTP/1.1", HOST, head, "", "0", "", SMUGGLED, HOST, "", "");
            assertTrue(each.getKey() + ": " + first(answer), first(answer).matches("HTTP/1.1 (400|501) .*"));
            assertEquals(each.getKey(), answer.indexOf("HTTP/1.1 "), answer.lastIndexOf("HTTP/1.1 "));
            assertFalse(each.getKey(), answer.contains("\"UP\""));
        }
    }

    @Test
    public void aPlainMessageIsAnsweredTheSameWay() throws Exception {
        assertTrue(
                first(wire.answer(SMUGGLED, HOST, "Connection: close", "", "")).contains("200"));
    }

    @Test
    public void linesThatEndInTheMiddleOfAChunkAreNotRequests() throws Exception {
        String answer = wire.answer(
                "POST /api/v1/session HTTP/1.1",
                HOST,
                "Content-Type: application/json",
                "Transfer-Encoding: chunked",
                "",
                "2;\n" + "x".repeat(30),
                "0",
                "",
                SMUGGLED,
                HOST,
                "",
                "");
        assertFalse(first(answer), answer.contains("\"UP\""));
    }

    @Test
    public void onlyNewTlsWithAuthenticatedEncryptionIsSpoken() throws Exception {
        assertTrue(wire.connects("TLSv1.3", "TLS_AES_256_GCM_SHA384"));
        assertTrue(wire.connects("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"));
        for (String suite :
                List.of("TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384", "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256")) {
            assertFalse(suite, wire.connects("TLSv1.2", suite));
        }
    }

    /** The curves that stand in auditor/cryptography.md, and no others: no finite fields, no curve of less than 250 bits. */
    @Test
    public void keysAreAgreedOnApprovedCurvesOnly() throws Exception {
        assertEquals(
                List.of("x25519", "secp256r1", "secp384r1", "secp521r1", "x448"),
                agreed("TLSv1.3", "x25519", "secp256r1", "secp384r1", "secp521r1", "x448", "ffdhe2048", "ffdhe8192"));
        // there the curve of the certificate must be among those that are offered
        assertEquals(List.of("secp256r1"), agreed("TLSv1.2", "ffdhe2048", "ffdhe3072", "ffdhe8192", "secp256r1"));
    }

    private List<String> agreed(String protocol, String... groups) throws IOException {
        List<String> agreed = new ArrayList<>();
        for (String group : groups) {
            if (wire.agrees(protocol, group)) {
                agreed.add(group);
            }
        }
        return agreed;
    }

    @Test
    public void nobodySpeaksWebSockets() throws Exception {
        for (String path : List.of("/", "/VAADIN/push", "/?v-r=push", "/api/v1/health")) {
            String answer = wire.answer(
                    "GET " + path + " HTTP/1.1",
                    HOST,
                    "Connection: Upgrade",
                    "Upgrade: websocket",
                    "Sec-WebSocket-Version: 13",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                    "",
                    "");
            assertFalse(path + first(answer), first(answer).contains(" 101 "));
            assertFalse(path, answer.toLowerCase(Locale.ROOT).contains("sec-websocket-accept"));
        }
    }

    @Test
    public void noOtherOriginMayReadAndNoOtherMethodIsAnswered() throws Exception {
        for (String path : List.of("/", "/sign-in", "/api/v1/health", "/api/v1/cases", "/nowhere")) {
            String answer = wire.answer(
                    "OPTIONS " + path + " HTTP/1.1",
                    HOST,
                    "Origin: https://elsewhere.example",
                    "Access-Control-Request-Method: POST",
                    "Connection: close",
                    "",
                    "");
            assertTrue(path + first(answer), first(answer).contains(" 405 "));
            assertFalse(path, answer.contains("Access-Control-"));
            assertFalse(path, allowedTo(path).contains("Access-Control-"));
            String traced =
                    wire.answer("TRACE " + path + " HTTP/1.1", HOST, "X-Secret: 12345", "Connection: close", "", "");
            assertFalse(path, traced.contains("12345"));
        }
    }

    private String allowedTo(String path) throws Exception {
        return wire.answer(
                "GET " + path + " HTTP/1.1", HOST, "Origin: https://elsewhere.example", "Connection: close", "", "");
    }

    @Test
    public void everyAnswerSaysWhatItIsAndNotWhoMadeIt() throws Exception {
        Map<String, String> types = Map.of(
                "/sign-in", "text/html;charset=utf-8",
                "/api/v1/health", "application/json",
                "/api/v1/none", "application/problem+json",
                "/api/v1/cases", "application/problem+json",
                "/nowhere", "");
        for (Map.Entry<String, String> each : types.entrySet()) {
            HttpResponse<String> answer = stranger.get(each.getKey());
            String type = answer.headers().firstValue("Content-Type").orElse("").replace(" ", "");
            assertTrue(each + " " + type, type.toLowerCase(Locale.ROOT).startsWith(each.getValue()));
            assertEquals(each.getKey(), "nosniff", header(answer, "X-Content-Type-Options"));
            assertEquals(
                    each.getKey(), "max-age=63072000; includeSubDomains", header(answer, "Strict-Transport-Security"));
            for (String name : List.of("Server", "X-Powered-By", "Via")) {
                assertEquals(each + " " + name, "", header(answer, name));
            }
            assertFalse(each.getKey(), answer.body().contains("Jetty"));
        }
    }

    @Test
    public void neitherSourcesNorDirectoriesNorConsolesAreServed() throws Exception {
        for (String path : List.of(
                "/.git/config",
                "/.git/HEAD",
                "/.env",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/VAADIN/",
                "/VAADIN/build/",
                "/VAADIN/static/",
                "/api/",
                "/api/v1/",
                "/console",
                "/system/console/bundles",
                "/h2-console/",
                "/actuator/env",
                "/sign-in/made-up.css",
                "/etc/tls/ca.key")) {
            HttpResponse<String> answer = stranger.get(path);
            assertNotEquals(path, 200, answer.statusCode());
            assertEquals(path, "no-store", header(answer, "Cache-Control"));
            assertFalse(path, answer.body().contains("Directory"));
        }
    }

    @Test
    public void cookiesBelongToThisHostAloneAndAreShort() throws Exception {
        HttpResponse<String> page = stranger.send("GET", "/sign-in?lang=sv", null, Map.of("Accept", "text/html"));
        List<String> cookies = page.headers().allValues("Set-Cookie");
        assertFalse(cookies.isEmpty());
        for (String cookie : cookies) {
            assertTrue(cookie, cookie.startsWith("__Host-"));
            assertTrue(cookie, cookie.length() < 4_096);
            for (String guard : Set.of("Secure", "HttpOnly", "SameSite=", "Path=/")) {
                assertTrue(cookie + " " + guard, cookie.contains(guard));
            }
            assertFalse(cookie, cookie.contains("Domain="));
        }
    }

    @Test
    public void aParameterThatIsThereTwiceIsRefused() throws Exception {
        Api coordinator = product.as("coordinator", "SE-DEMO");
        assertEquals(400, coordinator.get("/cases?limit=1&limit=2").status());
        assertEquals(200, coordinator.get("/cases?limit=1").status());
    }

    private static String first(String answer) {
        return answer.lines().findFirst().orElse("no answer");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }
}
