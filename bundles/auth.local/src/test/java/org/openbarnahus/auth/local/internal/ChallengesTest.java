// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import org.junit.Test;

public class ChallengesTest {
    private final Challenges challenges = new Challenges();
    private final Instant now = Instant.parse("2026-03-12T08:00:00Z");

    @Test
    public void aChallengeIsOursForItsPurposeForFiveMinutesAndOnce() {
        byte[] one = challenges.fresh("sign-in", now);
        assertTrue(challenges.genuine(one, "sign-in", now.plusSeconds(299)));
        assertFalse(challenges.genuine(one, "sign-in", now.plusSeconds(300)));
        assertFalse(challenges.genuine(one, "somebody", now));
        assertFalse(new Challenges().genuine(one, "sign-in", now));
        assertTrue(challenges.spend(one, now));
        assertFalse(challenges.genuine(one, "sign-in", now));
        assertFalse(challenges.spend(one, now));
    }

    @Test
    public void aChangedOrShortChallengeIsNotOurs() {
        byte[] one = challenges.fresh("sign-in", now);
        for (int i = 0; i < one.length; i++) {
            byte[] changed = one.clone();
            changed[i] ^= 1;
            assertFalse(challenges.genuine(changed, "sign-in", now));
        }
        assertFalse(challenges.genuine(new byte[24], "sign-in", now));
        assertFalse(challenges.genuine(new byte[0], "sign-in", now));
    }
}
