// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.openbarnahus.core.service.gate.OutsideGate.Proved;

/**
 * Ways to the provider that are not over: at most ten minutes each, a limited number from one network and in all (the oldest
 * goes first). Kept by the SHA-256 of what the browser holds.
 */
final class Flows {
    static final Duration LIFE = Duration.ofMinutes(10);
    static final int MOST = 10_000;
    static final int MOST_OF_ONE = 200;
    private static final int SECRET_BYTES = 32;

    /** Somebody at the provider, and later what was proved there. */
    private record Way(String source, Instant until, Optional<Departed> departed, Optional<Proved> proved) {}

    private final SecureRandom random = new SecureRandom();
    private final SequencedMap<String, Way> ways = new LinkedHashMap<>();

    /** What the browser is to hold; nothing when too many are under way from the source. */
    synchronized Optional<String> begin(Departed departed, String source, Instant now) {
        ways.values().removeIf(way -> !now.isBefore(way.until()));
        if (ways.values().stream().filter(way -> way.source().equals(source)).count() >= MOST_OF_ONE) {
            return Optional.empty();
        }
        if (ways.size() >= MOST) {
            ways.pollFirstEntry();
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        ways.put(key(secret), new Way(source, now.plus(LIFE), Optional.of(departed), Optional.empty()));
        return Optional.of(secret);
    }

    /** State, nonce and verifier: handed out once, whatever comes of it. */
    synchronized Optional<Departed> back(String secret, Instant now) {
        Way way = ways.remove(key(secret));
        if (way == null || !now.isBefore(way.until()) || way.departed().isEmpty()) {
            return Optional.empty();
        }
        ways.put(key(secret), new Way(way.source(), way.until(), Optional.empty(), Optional.empty()));
        return way.departed();
    }

    synchronized void keep(String secret, Proved proved) {
        ways.computeIfPresent(
                key(secret), (key, way) -> new Way(way.source(), way.until(), Optional.empty(), Optional.of(proved)));
    }

    synchronized Optional<Proved> proved(String secret, Instant now) {
        return Optional.ofNullable(ways.get(key(secret)))
                .filter(way -> now.isBefore(way.until()))
                .flatMap(Way::proved);
    }

    /** True once. */
    synchronized boolean use(String secret, Instant now) {
        Way way = ways.remove(key(secret));
        return way != null && now.isBefore(way.until()) && way.proved().isPresent();
    }

    synchronized void forget(String secret) {
        ways.remove(key(secret));
    }

    private static String key(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
