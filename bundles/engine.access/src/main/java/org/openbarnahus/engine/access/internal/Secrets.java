// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.store.TimeSource;

/**
 * Which secret opens which session: by SHA-256, so that whoever reads the map cannot sign in with it. A secret has 256 random
 * bits. One that was exchanged goes on opening its session for some seconds: a page asks for several things at once, and what
 * was sent with the old one must not end it.
 */
final class Secrets {
    /** So long an exchanged secret is good for what was sent before the browser heard of the new one. */
    static final Duration OVERLAP = Duration.ofSeconds(10);

    private static final int SECRET_BYTES = 32;
    private static final int SECRET_CHARS = 43;

    private record Exchanged(LiveSession session, Moment at) {}

    private final SecureRandom random = new SecureRandom();
    private final Map<String, LiveSession> byHash = new ConcurrentHashMap<>();
    private final Map<String, String> hashById = new ConcurrentHashMap<>();
    private final Map<String, Exchanged> exchanged = new ConcurrentHashMap<>();
    private final TimeSource time;

    Secrets(TimeSource time) {
        this.time = time;
    }

    /** A secret for a session that has none. */
    String open(LiveSession session) {
        String secret = text(SECRET_BYTES);
        hashById.put(session.id(), hash(secret));
        byHash.put(hash(secret), session);
        return secret;
    }

    /** Another secret in the place of the one that a living session has; empty when it has ended. */
    synchronized Optional<String> exchange(LiveSession session) {
        Moment now = Moment.now(time);
        exchanged.values().removeIf(old -> old.at().over(OVERLAP, now));
        String before = hashById.get(session.id());
        if (before == null || byHash.get(before) != session) {
            return Optional.empty();
        }
        String secret = text(SECRET_BYTES);
        byHash.put(hash(secret), session);
        hashById.put(session.id(), hash(secret));
        exchanged.put(before, new Exchanged(session, now));
        byHash.remove(before, session);
        return Optional.of(secret);
    }

    @Nullable
    LiveSession find(String secret) {
        if (secret.length() != SECRET_CHARS) {
            return null;
        }
        String hash = hash(secret);
        LiveSession session = byHash.get(hash);
        if (session != null) {
            return session;
        }
        Exchanged old = exchanged.get(hash);
        return old != null && !old.at().over(OVERLAP, Moment.now(time)) && known(old.session()) ? old.session() : null;
    }

    boolean known(LiveSession session) {
        String hash = hashById.get(session.id());
        return hash != null && byHash.get(hash) == session;
    }

    /** The hash of the secret that opened it until now; empty when none did any more. */
    synchronized Optional<String> forget(LiveSession session) {
        String hash = hashById.remove(session.id());
        exchanged.values().removeIf(old -> old.session() == session);
        return hash != null && byHash.remove(hash, session) ? Optional.of(hash) : Optional.empty();
    }

    Collection<LiveSession> sessions() {
        return List.copyOf(byHash.values());
    }

    int count() {
        return byHash.size();
    }

    String text(int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
