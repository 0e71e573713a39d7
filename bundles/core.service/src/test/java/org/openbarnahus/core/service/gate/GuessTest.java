// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.gate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.gate.GuessGate.Guess;

public final class GuessTest {
    private final Noted guess = new Noted();

    /** Says what it was told. */
    private static final class Noted implements Guess {
        private Duration pause = Duration.ZERO;
        private final List<String> told = new ArrayList<>();

        @Override
        public Duration pause() {
            return pause;
        }

        @Override
        public Problem refusal() {
            return Problem.of(ErrorCode.THROTTLED);
        }

        @Override
        public void succeeded() {
            told.add("succeeded");
        }

        @Override
        public void failed() {
            told.add("failed");
        }

        @Override
        public void forgive() {
            told.add("forgiven");
        }
    }

    @Test
    public void nothingIsTriedDuringAPause() {
        guess.pause = Duration.ofMillis(1);
        Outcome<String> outcome = guess.tried(() -> {
            throw new AssertionError("tried");
        });
        assertEquals(Outcome.refused(Problem.of(ErrorCode.THROTTLED)), outcome);
        assertEquals(List.of(), guess.told);
    }

    @Test
    public void howItEndedIsForOthersToSay() {
        Outcome<String> right = Outcome.done("right");
        Outcome<String> wrong = Outcome.refused(Problem.of(ErrorCode.SIGN_IN_FAILED));
        assertSame(right, guess.tried(() -> right));
        assertSame(wrong, guess.tried(() -> wrong));
        assertEquals(List.of(), guess.told);
    }

    @Test
    public void whoIsTurnedAwayByACrowdTriesAgainWithoutLoss() {
        Outcome<String> outcome = guess.tried(() -> {
            throw new RejectedExecutionException();
        });
        assertEquals(Outcome.refused(Problem.of(ErrorCode.BUSY)), outcome);
        assertEquals(List.of("forgiven"), guess.told);
    }

    @Test
    public void troubleIsForgivenAndNotHidden() {
        IllegalStateException trouble = new IllegalStateException();
        assertSame(
                trouble,
                assertThrows(
                        IllegalStateException.class,
                        () -> guess.<String>tried(() -> {
                            throw trouble;
                        })));
        assertEquals(List.of("forgiven"), guess.told);
    }
}
