// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A signed-in user of the product, over HTTPS with HTTP/1.1 connections that are kept. */
final class Api {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http;
    private final String base;
    private String cookies = "";
    private String csrf = "";
    private volatile String refusal = "";

    Api(HttpClient http, int port) {
        this.http = http;
        this.base = "https://localhost:" + port + "/api/v1";
    }

    Api signIn(String username, String password, String otp) throws IOException, InterruptedException {
        String body = JSON.createObjectNode()
                .put("username", username)
                .put("password", password)
                .put("otp", otp)
                .toString();
        HttpResponse<String> answer = post("/session", body);
        if (answer.statusCode() != 200) {
            throw new IOException("sign-in answered " + answer.statusCode() + " " + answer.body());
        }
        cookies = answer.headers().allValues("Set-Cookie").stream()
                .map(c -> c.replaceFirst(";.*", ""))
                .collect(Collectors.joining("; "));
        csrf = JSON.readTree(answer.body()).path("csrf_token").stringValue();
        return this;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** With an idempotency key of its own. */
    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
        return send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            refusal = answer.statusCode() + " " + answer.body();
        }
        return answer;
    }

    /** The last of them, empty when there was none. */
    String refusal() {
        return refusal;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json");
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies).header("X-CSRF-Token", csrf);
        }
        return request;
    }
}
