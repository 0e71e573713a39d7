// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A signed-in program. */
final class Api {
    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String BASE = "/api/v1";

    record Answer(int status, JsonNode body, String etag, String type) {
        String code() {
            return body.path("code").asString("");
        }
    }

    private final Client client;
    private final String csrf;

    private Api(Client client, String csrf) {
        this.client = client;
        this.csrf = csrf;
    }

    static Api signIn(Path data, int port, Demo.User user, String otp) throws Exception {
        Client client = new Client(data, port);
        ObjectNode body = JSON.createObjectNode()
                .put("username", user.username())
                .put("password", user.password())
                .put("otp", otp);
        HttpResponse<String> answer =
                client.send("POST", BASE + "/session", body.toString(), Map.of("Content-Type", "application/json"));
        assertEquals(user.username() + ": " + answer.body(), 200, answer.statusCode());
        return new Api(client, JSON.readTree(answer.body()).path("csrf_token").stringValue());
    }

    /** A page, a script or a file, as this person's browser would be given it. */
    HttpResponse<String> page(String path) throws Exception {
        return client.page(path);
    }

    /** As it came, with all headers. */
    HttpResponse<String> raw(String method, String path, @Nullable String body) throws Exception {
        Map<String, String> headers = new HashMap<>(Map.of(
                "X-CSRF-Token", csrf, "Idempotency-Key", UUID.randomUUID().toString()));
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        return client.send(method, BASE + path, body, headers);
    }

    Answer get(String path) throws Exception {
        return send("GET", path, null, Map.of());
    }

    Answer post(String path, String body) throws Exception {
        return post(path, body, UUID.randomUUID().toString());
    }

    Answer post(String path, String body, String key) throws Exception {
        return send("POST", path, body, Map.of("Idempotency-Key", key));
    }

    Answer put(String path, String body, String etag) throws Exception {
        return send("PUT", path, body, Map.of("If-Match", etag));
    }

    Answer send(String method, String path, @Nullable String body, Map<String, String> more) throws Exception {
        Map<String, String> headers = new HashMap<>(more);
        headers.putIfAbsent("X-CSRF-Token", csrf);
        if (body != null) {
            headers.putIfAbsent("Content-Type", "application/json");
        }
        HttpResponse<String> answer = client.send(method, BASE + path, body, headers);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        JsonNode json = type.contains("json") && !answer.body().isEmpty()
                ? JSON.readTree(answer.body())
                : JSON.createObjectNode();
        return new Answer(
                answer.statusCode(), json, answer.headers().firstValue("ETag").orElse(""), type);
    }
}
