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
 * Codes that work once: ten recovery codes of 80 random bits, an enrolment code of 100. So many bits cannot be guessed or
 * searched, so that one SHA-256 over kind, account and code is enough; the store never sees a code.
 */
final class OneTimeCode {
    static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_CHARS = 16;
    private static final int ENROLMENT_CHARS = 20;

    private OneTimeCode() {}

    static List<String> recovery() {
        return Stream.generate(() -> random(RECOVERY_CHARS))
                .limit(RECOVERY_CODES)
                .toList();
    }

    static String enrolment() {
        return random(ENROLMENT_CHARS);
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
    private static String random(int chars) {
        String text = Base32.encode(Argon2.random(ENROLMENT_CHARS)).substring(0, chars);
        return text.replaceAll("(.{4})(?=.)", "$1-");
    }

    /** Spaces, hyphens and case do not count; neither do the digits that the alphabet has not and people read into it. */
    private static String plain(String typed) {
        String text = typed.length() > 64 ? "" : typed.toUpperCase(Locale.ROOT);
        return text.replace('0', 'O').replace('1', 'I').replace('8', 'B').replaceAll("[^A-Z2-7]", "");
    }
}
