// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.Test;

public class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @Test
    public void agreesWithTheVectorsOfRfc6238() {
        Map.of(
                        59L, "94287082",
                        1111111109L, "07081804",
                        1111111111L, "14050471",
                        1234567890L, "89005924",
                        2000000000L, "69279037",
                        20000000000L, "65353130")
                .forEach((seconds, code) ->
                        assertEquals(code, Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)), 8)));
    }

    @Test
    public void oneStepOfClockDifferenceIsAllowedAndNoMore() {
        Instant now = Instant.ofEpochSecond(1234567890L);
        for (int difference = -3; difference <= 3; difference++) {
            String code = Totp.code(SECRET, Totp.step(now) + difference, Totp.DIGITS);
            assertEquals(
                    Math.abs(difference) <= 1, Totp.match(SECRET, code, now).isPresent());
        }
    }

    @Test
    public void whatIsNoCodeMatchesNothing() {
        Instant now = Instant.ofEpochSecond(59);
        for (String code : new String[] {"", "28708", "94287082", "abcdef", "２８７０８２"}) {
            assertTrue(Totp.match(SECRET, code, now).isEmpty());
        }
        assertEquals(1, Totp.match(SECRET, "287 082", now).orElseThrow());
    }

    @Test
    public void base32AgreesWithTheVectorsOfRfc4648() {
        Map.of(
                        "",
                        "",
                        "f",
                        "MY",
                        "fo",
                        "MZXQ",
                        "foo",
                        "MZXW6",
                        "foob",
                        "MZXW6YQ",
                        "fooba",
                        "MZXW6YTB",
                        "foobar",
                        "MZXW6YTBOI")
                .forEach((plain, text) -> assertEquals(text, Base32.encode(plain.getBytes(StandardCharsets.US_ASCII))));
    }
}
