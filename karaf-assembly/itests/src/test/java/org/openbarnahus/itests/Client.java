// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A program's view of the server: trusts the server's own CA only, keeps cookies. */
final class Client {
    static final String HEALTH = "/api/v1/health";
    private static final String UP = "\"status\":\"UP\"";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final String base;

    /** The data directory holds the CA. */
    Client(Path data, int port) throws IOException, GeneralSecurityException {
        http = HttpClient.newBuilder()
                .sslContext(ServerTrust.of(data))
                .cookieHandler(new CookieManager())
                .build();
        base = "https://localhost:" + port;
    }

    HttpResponse<String> send(String method, String path, @Nullable String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /**
     * By HTTP/1.1: over HTTP/2 Jetty resets a stream behind an error page, and the JDK's client, other than browsers, forgets the
     * answer then.
     */
    HttpResponse<String> page(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(PATIENCE)
                .header("Accept", "text/html,*/*")
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, null, Map.of());
    }

    /** By content: a page or an error is no health. */
    boolean isUp() throws InterruptedException {
        try {
            HttpResponse<String> answer = get(HEALTH);
            return answer.statusCode() == 200 && answer.body().contains(UP);
        } catch (IOException e) {
            return false;
        }
    }

    /** Waits until the server at the port says that it is up. */
    static Client ready(Path data, int port) throws IOException, GeneralSecurityException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (Files.exists(data.resolve("etc/tls/ca.pem"))) {
                Client client = new Client(data, port);
                if (client.isUp()) {
                    return client;
                }
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no answer at port " + port);
    }
}
