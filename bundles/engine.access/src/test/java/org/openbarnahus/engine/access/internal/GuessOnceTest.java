// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.service.gate.GuessGate.Guess;

/** What is said first about the end of a try counts: trouble afterwards gives nothing back. */
public class GuessOnceTest {
    private static final String HERE = "192.0.2.1";
    private final Fixture fixture = new Fixture();
    private final Guesses guesses = fixture.guesses();

    @Test
    public void troubleAfterAWrongTryDoesNotForgiveIt() {
        for (int i = 0; i < 5; i++) {
            Guess guess = guesses.begin("anna", HERE);
            assertThrows(
                    IllegalStateException.class,
                    () -> guess.tried(() -> {
                        guess.failed();
                        throw new IllegalStateException("the trail cannot be written");
                    }));
        }
        assertFalse(guesses.begin("anna", HERE).pause().isZero());
    }

    @Test
    public void troubleAfterARightTryGivesTheSourceNoOtherOneBack() {
        for (int i = 0; i < 5; i++) {
            guesses.begin("nobody" + i, HERE).failed();
        }
        for (int i = 0; i < 30; i++) {
            Guess guess = guesses.begin("anna", HERE);
            Outcome<String> outcome = guess.tried(() -> {
                guess.succeeded();
                return Outcome.done("in");
            });
            assertEquals("in", outcome.orElseThrow());
            guess.forgive();
        }
        int left = 0;
        while (guesses.begin("other" + left, HERE).pause().isZero()) {
            left++;
        }
        assertEquals(Fixture.OF_A_SOURCE - 5, left);
    }

    @Test
    public void whoHasToWaitHasNotTried() {
        for (int i = 0; i < 5; i++) {
            guesses.begin("anna", HERE).failed();
        }
        Guess waiting = guesses.begin("anna", HERE);
        for (int i = 0; i < 5; i++) {
            waiting.forgive();
        }
        waiting.succeeded();
        Outcome<String> refused = guesses.begin("anna", HERE).tried(() -> Outcome.done("in"));
        assertEquals(
                ErrorCode.THROTTLED,
                ((Outcome.Refused<String>) refused).problems().getFirst().code());
        fixture.pass(Duration.ofSeconds(3));
        assertTrue(guesses.begin("anna", HERE).pause().isZero());
    }
}
