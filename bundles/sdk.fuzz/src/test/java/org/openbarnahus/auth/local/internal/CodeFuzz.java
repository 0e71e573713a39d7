// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.sdk.fuzz.Claim;
import org.openbarnahus.sdk.fuzz.Input;

/**
 * Codes as people type them: six digits match in their own step and beside it and nothing else ever does; a one-time code is the
 * same whatever its case and hyphens; a password hash that is none matches nothing.
 */
public final class CodeFuzz {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final UserId USER = new UserId(new UUID(1, 2));

    private CodeFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Input input = new Input(data);
        Instant at = Instant.ofEpochSecond(1_700_000_000L + 7L * input.choice(256));
        String typed = input.text();
        OptionalLong step = Totp.match(SECRET, typed, at);
        step.ifPresent(found -> {
            Claim.that(Math.abs(found - Totp.step(at)) <= 1, "a code is of now");
            Claim.same(Totp.code(SECRET, found, 6), typed.replace(" ", ""), "a code is six digits");
        });
        String right = Totp.code(SECRET, Totp.step(at), 6);
        Claim.that(
                Totp.match(SECRET, right.substring(0, 3) + " " + right.substring(3), at)
                        .isPresent(),
                "the code of now");
        Claim.that(
                typed.replace(" ", "").isEmpty()
                        || Totp.match(SECRET, right + typed, at).isEmpty(),
                "no code with something behind it");
        oneTime(typed);
    }

    private static void oneTime(String typed) {
        byte[] hash = OneTimeCode.recoveryHash(USER, typed);
        Claim.that(Arrays.equals(hash, OneTimeCode.recoveryHash(USER, typed)), "the same hash again");
        Claim.that(
                !Arrays.equals(hash, OneTimeCode.enrolmentHash(USER, typed)), "a code works for what it was made for");
        if (typed.length() < 32 && typed.chars().allMatch(c -> c < 128)) {
            String other = typed.toLowerCase(Locale.ROOT).replaceAll("(.)", "$1-");
            Claim.that(Arrays.equals(hash, OneTimeCode.recoveryHash(USER, other)), "case and hyphens do not count");
        }
    }
}
