// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Challenges for passkeys: 16 random bytes, when it was made, and an HMAC over both and what it is for. Nothing is kept until
 * one was answered rightly, so that asking for many displaces nobody's. Each works once, for five minutes; a restart voids
 * all.
 */
final class Challenges {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int RANDOM = 16;
    private static final int PLAIN = RANDOM + Long.BYTES;

    private final byte[] key = Argon2.random(32);
    private final Map<String, Instant> spent = new ConcurrentHashMap<>();

    byte[] fresh(String purpose, Instant now) {
        byte[] plain = ByteBuffer.allocate(PLAIN)
                .put(Argon2.random(RANDOM))
                .putLong(now.getEpochSecond())
                .array();
        byte[] mac = mac(plain, purpose);
        return ByteBuffer.allocate(plain.length + mac.length)
                .put(plain)
                .put(mac)
                .array();
    }

    boolean genuine(byte[] challenge, String purpose, Instant now) {
        if (challenge.length <= PLAIN) {
            return false;
        }
        byte[] plain = Arrays.copyOf(challenge, PLAIN);
        byte[] mac = Arrays.copyOfRange(challenge, PLAIN, challenge.length);
        if (!MessageDigest.isEqual(mac, mac(plain, purpose))) {
            return false;
        }
        Instant made =
                Instant.ofEpochSecond(ByteBuffer.wrap(plain, RANDOM, Long.BYTES).getLong());
        return !now.isBefore(made) && now.isBefore(made.plus(LIFE)) && !spent.containsKey(name(challenge));
    }

    /** True once for each challenge. */
    boolean spend(byte[] challenge, Instant now) {
        spent.values().removeIf(end -> end.isBefore(now));
        return spent.putIfAbsent(name(challenge), now.plus(LIFE).plus(LIFE)) == null;
    }

    private static String name(byte[] challenge) {
        return Base64.getEncoder().encodeToString(challenge);
    }

    private byte[] mac(byte[] plain, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "RAW"));
            mac.update(plain);
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
