// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Test;

public class ThrottleTest {
    private final FakeSignInStore store = new FakeSignInStore();
    private final Throttle throttle = new Throttle(store, "account:", 5);
    private Instant now = Instant.parse("2026-03-12T08:00:00Z");

    private long begin() {
        return throttle.begin("anna", now).toSeconds();
    }

    @Test
    public void fiveTriesAreFreeThenPausesDoubleUpToFifteenMinutes() {
        for (int free = 0; free < 5; free++) {
            assertEquals(0, begin());
        }
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            long wait = begin();
            pauses.add(wait);
            now = now.plusSeconds(wait);
            assertEquals(0, begin());
        }
        assertEquals(List.of(2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L, 900L, 900L), pauses);
    }

    @Test
    public void askingWhilePausedDoesNotLengthenThePause() {
        for (int i = 0; i < 5; i++) {
            begin();
        }
        for (int i = 0; i < 100; i++) {
            assertEquals(2, begin());
        }
    }

    @Test
    public void successAndTwelveQuietHoursBeginAnew() {
        for (int i = 0; i < 5; i++) {
            begin();
        }
        throttle.succeeded("anna");
        for (int i = 0; i < 5; i++) {
            assertEquals(0, begin());
        }
        now = now.plus(Duration.ofHours(12)).plusSeconds(1);
        for (int i = 0; i < 5; i++) {
            assertEquals(0, begin());
        }
        assertTrue(begin() > 0);
    }

    @Test
    public void thePauseBeginsWhenTheCheckHasEnded() {
        for (int i = 0; i < 5; i++) {
            begin();
            now = now.plusSeconds(3);
            throttle.failed("anna", now);
        }
        assertEquals(2, begin());
    }

    @Test
    public void aForgivenTryIsFreeAgain() {
        for (int i = 0; i < 50; i++) {
            assertEquals(0, begin());
            throttle.forgive("anna");
        }
    }

    @Test
    public void whatDecaysLosesOneTryEveryQuarterOfAnHourHoweverOftenSomebodySignsInBetween() {
        Throttle source = new Throttle(store, "source:", 5).decaying();
        for (int i = 0; i < 6; i++) {
            Duration wait = source.begin("192.0.2.1", now);
            if (!wait.isZero()) {
                now = now.plus(wait);
                assertTrue(source.begin("192.0.2.1", now).isZero());
            }
            source.failed("192.0.2.1", now);
        }
        assertEquals(4, source.begin("192.0.2.1", now).toSeconds());
        // others sign in rightly every five minutes for an hour: four of the six fade away, no more
        for (int i = 0; i < 12; i++) {
            now = now.plus(Duration.ofMinutes(5));
            assertEquals(0, source.begin("192.0.2.1", now).toSeconds());
            source.forgive("192.0.2.1");
        }
        for (int i = 0; i < 3; i++) {
            assertEquals(0, source.begin("192.0.2.1", now).toSeconds());
        }
        assertEquals(2, source.begin("192.0.2.1", now).toSeconds());
    }

    @Test
    public void aRestartGivesNoNewTries() {
        for (int i = 0; i < 5; i++) {
            begin();
        }
        assertEquals(2, new Throttle(store, "account:", 5).begin("anna", now).toSeconds());
    }

    @Test
    public void parallelTriesGetNoMoreThanTriesOneAfterTheOther() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            // half of them in another process, which shares nothing but the store
            Throttle other = new Throttle(store, "account:", 5);
            List<Callable<Boolean>> guesses = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Throttle which = i % 2 == 0 ? throttle : other;
                guesses.add(() -> which.begin("anna", now).isZero());
            }
            int free = 0;
            for (Future<Boolean> each : threads.invokeAll(guesses)) {
                free += each.get() ? 1 : 0;
            }
            assertEquals(5, free);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    public void whatIsKeptNamesNobody() {
        begin();
        assertTrue(store.tries.keySet().stream().noneMatch(key -> key.contains("anna")));
    }
}
