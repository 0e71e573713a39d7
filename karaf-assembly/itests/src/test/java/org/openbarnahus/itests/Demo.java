// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo's users, and signing in as one of them. */
final class Demo {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long STEP_MILLIS = 30_000;
    private static final long PATIENCE_SECONDS = 120;
    private static final Map<String, Long> LAST_STEP = new ConcurrentHashMap<>();

    record User(
            String username, String password, String totpSecret, String service, List<String> roles, String agency) {}

    private final List<User> users;

    private Demo(List<User> users) {
        this.users = users;
    }

    /** Waits until the product has written its demo users. */
    static Demo of(Path data) throws IOException, InterruptedException {
        Path file = data.resolve("demo-credentials.json");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.exists(file)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no demo users after " + PATIENCE_SECONDS + " s");
            }
            Thread.sleep(100);
        }
        return new Demo(JSON.readTree(Files.readString(file))
                .path("users")
                .valueStream()
                .map(Demo::user)
                .toList());
    }

    private static User user(JsonNode json) {
        return new User(
                json.path("username").stringValue(),
                json.path("password").stringValue(),
                json.path("totpSecret").stringValue(),
                json.path("service").stringValue(),
                json.path("roles").valueStream().map(JsonNode::stringValue).toList(),
                json.path("agency").asString(""));
    }

    User user(String role, String service) {
        return users.stream()
                .filter(u -> u.roles().contains(role) && u.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    User named(String username) {
        return users.stream()
                .filter(u -> u.username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    static Api signIn(Path data, int port, User user) throws Exception {
        return Api.signIn(data, port, user, freshCode(user.username(), user.totpSecret()));
    }

    /** A code works once, so asking again waits for the next one; the server takes the next step's code already. */
    static String freshCode(String username, String secret) throws InterruptedException {
        while (true) {
            long now = System.currentTimeMillis() / STEP_MILLIS;
            long step = Math.max(now, LAST_STEP.getOrDefault(username, 0L) + 1);
            if (step <= now + 1) {
                LAST_STEP.put(username, step);
                return Totp.code(secret, step);
            }
            Thread.sleep(500);
        }
    }
}
