// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.store.TimeSource;

/**
 * Which secret opens which session: by SHA-256, so that whoever reads the map cannot sign in with it. A secret has 256 random
 * bits. One that was exchanged goes on opening its session for some seconds: a page asks for several things at once, and what
 * was sent with the old one must not end it. It is known as exchanged from then on. One lock for all of it: in between a secret
 * and its successor a living session would seem to have ended.
 */
final class Secrets {
    /** So long an exchanged secret is good for what was sent before the browser heard of the new one. */
    static final Duration OVERLAP = Duration.ofSeconds(10);

    private static final int SECRET_BYTES = 32;
    private static final int SECRET_CHARS = 43;

    private record Exchanged(Held held, Moment at) {}

    private final SecureRandom random = new SecureRandom();

    @GuardedBy("this")
    private final Map<String, Held> byHash = new HashMap<>();

    @GuardedBy("this")
    private final Map<String, String> hashById = new HashMap<>();

    @GuardedBy("this")
    private final Map<String, Exchanged> exchanged = new HashMap<>();

    private final TimeSource time;

    Secrets(TimeSource time) {
        this.time = time;
    }

    /** A session, and the secret that opens it from now on. */
    record Opened(Held held, String secret) {}

    /** A secret for a session that has none. */
    synchronized Opened open(LiveSession session) {
        return held(session);
    }

    /** Another secret in the place of the one that a living session has; empty when it has ended. */
    synchronized Optional<Opened> exchange(LiveSession session) {
        Moment now = Moment.now(time);
        exchanged.values().removeIf(old -> old.at().over(OVERLAP, now));
        String before = hashById.get(session.id());
        Held held = before == null ? null : byHash.get(before);
        if (held == null || held.live() != session) {
            return Optional.empty();
        }
        byHash.remove(before);
        exchanged.put(before, new Exchanged(held, now));
        return Optional.of(held(session));
    }

    @GuardedBy("this")
    private Opened held(LiveSession session) {
        String secret = text(SECRET_BYTES);
        Held held = new Held(session);
        byHash.put(hash(secret), held);
        hashById.put(session.id(), hash(secret));
        return new Opened(held, secret);
    }

    @Nullable
    Held find(String secret) {
        if (secret.length() != SECRET_CHARS) {
            return null;
        }
        String hash = hash(secret);
        synchronized (this) {
            Held held = byHash.get(hash);
            if (held != null) {
                return held;
            }
            Exchanged old = exchanged.get(hash);
            return old != null
                            && !old.at().over(OVERLAP, Moment.now(time))
                            && known(old.held().live())
                    ? old.held()
                    : null;
        }
    }

    synchronized boolean known(LiveSession session) {
        Held held = newest(session);
        return held != null && held.live() == session;
    }

    /** Whether it is held under the newest secret of its session. */
    synchronized boolean current(Held held) {
        return newest(held.live()) == held;
    }

    @GuardedBy("this")
    private @Nullable Held newest(LiveSession session) {
        String hash = hashById.get(session.id());
        return hash == null ? null : byHash.get(hash);
    }

    /** The hash of the secret that opened it until now; empty when none did any more. */
    synchronized Optional<String> forget(LiveSession session) {
        if (!known(session)) {
            return Optional.empty();
        }
        exchanged.values().removeIf(old -> old.held().live() == session);
        String hash = hashById.remove(session.id());
        byHash.remove(hash);
        return Optional.ofNullable(hash);
    }

    synchronized Collection<LiveSession> sessions() {
        return byHash.values().stream().map(Held::live).toList();
    }

    synchronized int count() {
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
