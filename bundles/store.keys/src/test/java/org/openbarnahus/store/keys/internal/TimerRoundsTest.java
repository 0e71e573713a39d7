// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.Rounds;

public class TimerRoundsTest {
    private static final Duration SOON = Duration.ofMillis(1);

    private final TimerRounds rounds = new TimerRounds();

    @Test
    public void whatARoundThrowsDoesNotEndTheRounds() throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        CountDownLatch third = new CountDownLatch(4);
        try (Rounds.Running running = rounds.every("test", SOON, SOON, () -> {
            third.countDown();
            if (count.incrementAndGet() == 1) {
                throw new StoreUnavailableException("gone", new IllegalStateException());
            }
            if (count.get() == 2) {
                throw new StackOverflowError("a rule of a plugin that asks itself");
            }
            throw new IllegalStateException("a defect");
        })) {
            assertTrue(String.valueOf(running), third.await(10, TimeUnit.SECONDS));
        }
    }

    @Test
    public void afterTheEndThereIsNoRound() throws InterruptedException {
        AtomicInteger count = new AtomicInteger();
        rounds.every("test", Duration.ofMillis(200), SOON, count::incrementAndGet)
                .close();
        TimeUnit.MILLISECONDS.sleep(400);
        assertEquals(0, count.get());
    }
}
