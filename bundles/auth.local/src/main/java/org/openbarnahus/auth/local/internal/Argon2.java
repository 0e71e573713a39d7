// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id (RFC 9106) with its parameters kept beside the hash, in PHC string format. */
final class Argon2 {
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Argon2() {}

    /**
     * @param memory KiB
     */
    record Cost(int memory, int iterations, int parallelism) {}

    static String hash(String password, Cost cost) {
        byte[] salt = random(SALT_BYTES);
        return phc(cost, salt, compute(password, cost, salt, HASH_BYTES));
    }

    /** A hash that no password has, and that takes the same work to check. */
    static String nobodys(Cost cost) {
        return phc(cost, random(SALT_BYTES), random(HASH_BYTES));
    }

    /**
     * @throws IllegalStateException when what is stored is not a hash of ours
     */
    static boolean matches(String password, String phc) {
        Matcher parts = parse(phc);
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        return MessageDigest.isEqual(expected, compute(password, cost(phc), salt, expected.length));
    }

    static Cost cost(String phc) {
        Matcher parts = parse(phc);
        return new Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    private static Matcher parse(String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            throw new IllegalStateException("a stored password hash is not Argon2id in PHC format");
        }
        return parts;
    }

    private static String phc(Cost cost, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + cost.memory() + ",t=" + cost.iterations() + ",p=" + cost.parallelism() + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    /** The same characters typed on another system are the same password: NFC, as RFC 8265 says. */
    private static byte[] compute(String password, Cost cost, byte[] salt, int length) {
        return Argon2Memory.lent(cost.memory(), pool -> compute(password, cost, salt, length, pool));
    }

    private static byte[] compute(String password, Cost cost, byte[] salt, int length, BlockPool pool) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memory())
                .withIterations(cost.iterations())
                .withParallelism(cost.parallelism())
                .withSalt(salt)
                .withBlockPool(pool)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(
                Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
