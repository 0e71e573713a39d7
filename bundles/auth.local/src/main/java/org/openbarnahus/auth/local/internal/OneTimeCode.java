// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openbarnahus.core.model.id.UserId;

/**
 * Codes that work once: ten recovery codes and an enrolment code, 140 random bits each. So many bits cannot be guessed or
 * searched, so that one SHA-256 over kind, account and code is enough; the store never sees a code.
 */
final class OneTimeCode {
    static final int RECOVERY_CODES = 10;
    /** Seven groups of four. Codes of before that were shorter are as good as ever: what is kept of one is its hash. */
    private static final int CHARS = 28;

    private static final int RANDOM_BYTES = 20;

    private OneTimeCode() {}

    static List<String> recovery() {
        return Stream.generate(OneTimeCode::random).limit(RECOVERY_CODES).toList();
    }

    static String enrolment() {
        return random();
    }

    static byte[] recoveryHash(UserId account, String typed) {
        return hash("recovery", account, typed);
    }

    static byte[] enrolmentHash(UserId account, String typed) {
        return hash("enrolment", account, typed);
    }

    private static byte[] hash(String kind, UserId account, String typed) {
        try {
            String text = kind + "|" + account + "|" + plain(typed);
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Groups of four, in letters that are not taken for each other. */
    static String random() {
        String text = Base32.encode(Argon2.random(RANDOM_BYTES)).substring(0, CHARS);
        return text.replaceAll("(.{4})(?=.)", "$1-");
    }

    /** Spaces, hyphens and case do not count; neither do the digits that the alphabet has not and people read into it. */
    private static String plain(String typed) {
        String text = typed.length() > 64 ? "" : typed.toUpperCase(Locale.ROOT);
        return text.replace('0', 'O').replace('1', 'I').replace('8', 'B').replaceAll("[^A-Z2-7]", "");
    }
}
