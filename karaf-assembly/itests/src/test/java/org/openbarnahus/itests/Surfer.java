// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser without scripts: keeps cookies, fills in forms, follows what a page says. */
final class Surfer {
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"", Pattern.DOTALL);

    private final HttpClient http;
    private final String home;

    /** The data directory holds the product's CA. */
    Surfer(Path data, String home) throws IOException, GeneralSecurityException {
        this.http = HttpClient.newBuilder()
                .sslContext(ServerTrust.of(data))
                .cookieHandler(new Jar())
                .build();
        this.home = home;
    }

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(absolute(address)).GET());
    }

    HttpResponse<String> post(String address, Map<String, String> form) throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(absolute(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(
                request.header("Accept", "text/html")
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI absolute(String address) {
        return URI.create(address.startsWith("/") ? home + address : address);
    }

    /** Sends a form of the product's, with the token that a page of it gave. */
    HttpResponse<String> send(HttpResponse<String> page, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(page.body());
        assertTrue(page.body(), token.find());
        Map<String, String> form = new HashMap<>(fields);
        form.put("token", token.group(1));
        return post(path, form);
    }

    /** Sends the form on a page of the provider's. */
    HttpResponse<String> fill(HttpResponse<String> page, Map<String, String> fields)
            throws IOException, InterruptedException {
        Matcher action = ACTION.matcher(page.body());
        assertTrue(page.body(), action.find());
        return post(action.group(1).replace("&amp;", "&"), fields);
    }

    /** Where the page leads to by itself. */
    static String led(HttpResponse<String> page) {
        assertEquals(page.body(), 200, page.statusCode());
        return page.headers().firstValue("Refresh").orElseThrow().substring("0;url=".length());
    }

    static String redirected(HttpResponse<String> answer) {
        assertTrue(answer.statusCode() + answer.body(), answer.statusCode() / 100 == 3);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** As browsers do: this machine counts as safe without TLS, too. */
    private static final class Jar extends CookieManager {
        @Override
        public void put(URI from, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> kept = new HashMap<>(headers);
            if ("http".equals(from.getScheme())) {
                kept.replaceAll((name, values) -> values.stream()
                        .map(value -> value.replaceAll("(?i);\\s*secure", ""))
                        .toList());
            }
            super.put(from, kept);
        }
    }
}
