// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Test;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;

/** With real threads: what one house sends takes neither the places nor the processors of the others. */
public class HeavyTurnsTest {
    private static final ServiceId GREEDY = new ServiceId(new UUID(0, 1));
    private static final ServiceId OTHER = new ServiceId(new UUID(0, 2));
    private static final Duration LONG = Duration.ofSeconds(60);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @After
    public void stop() {
        end.countDown();
        threads.shutdownNow();
    }

    private Future<Outcome<String>> heavy(HeavyTurns turns, ServiceId house, Callable<?> until) {
        return threads.submit(() -> turns.inTurn(house, () -> {
            most.accumulateAndGet(working.incrementAndGet(), Math::max);
            try {
                until.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                working.decrementAndGet();
            }
            return Outcome.done("done");
        }));
    }

    private Callable<?> untilTheEnd() {
        return () -> end.await(60, TimeUnit.SECONDS);
    }

    private static ErrorCode code(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).problems().getFirst().code();
    }

    private void worksAt(int number) throws InterruptedException {
        for (int i = 0; i < 6_000 && working.get() < number; i++) {
            Thread.sleep(10);
        }
        assertEquals(number, working.get());
    }

    @Test
    public void manyOfOneHouseLeaveAPlaceToAnother() throws Exception {
        HeavyTurns turns = new HeavyTurns(1, 2, 40, LONG);
        List<Future<Outcome<String>>> greedy = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            greedy.add(heavy(turns, GREEDY, untilTheEnd()));
        }
        worksAt(1);
        assertEquals(
                "done", heavy(turns, OTHER, () -> "").get(60, TimeUnit.SECONDS).orElseThrow());
        end.countDown();
        for (Future<Outcome<String>> each : greedy) {
            assertEquals("done", each.get(60, TimeUnit.SECONDS).orElseThrow());
        }
        assertEquals("never more than one of a house, and one of another", 2, most.get());
    }

    @Test
    public void withOnePlaceInAllAnotherHouseIsNextAndNotLast() throws Exception {
        HeavyTurns turns = new HeavyTurns(1, 1, 40, LONG);
        List<ServiceId> order = new ArrayList<>();
        CountDownLatch first = new CountDownLatch(1);
        Future<Outcome<String>> running = heavy(turns, GREEDY, () -> first.await(60, TimeUnit.SECONDS));
        worksAt(1);
        List<Future<Outcome<String>>> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(heavy(turns, GREEDY, () -> order.add(GREEDY)));
        }
        all.add(heavy(turns, OTHER, () -> order.add(OTHER)));
        for (int i = 0; i < 6_000 && turns.waiting() < all.size(); i++) {
            Thread.sleep(10);
        }
        assertEquals("all stand in line before the first ends", all.size(), turns.waiting());
        first.countDown();
        running.get(60, TimeUnit.SECONDS);
        for (Future<Outcome<String>> each : all) {
            each.get(60, TimeUnit.SECONDS);
        }
        assertEquals(11, order.size());
        assertTrue("one of the greedy house at most was before it: " + order, order.indexOf(OTHER) <= 1);
    }

    @Test
    public void whoFindsTheLineFullIsToldAtOnce() throws Exception {
        HeavyTurns turns = new HeavyTurns(1, 1, 2, LONG);
        Future<Outcome<String>> running = heavy(turns, GREEDY, untilTheEnd());
        worksAt(1);
        List<Future<Outcome<String>>> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(heavy(turns, GREEDY, () -> ""));
        }
        int told = 0;
        for (int i = 0; i < 2_000 && told < 8; i++) {
            told = (int) all.stream().filter(Future::isDone).count();
            Thread.sleep(10);
        }
        assertEquals("two wait in line, and eight are told while the first still works", 8, told);
        end.countDown();
        assertEquals("done", running.get(60, TimeUnit.SECONDS).orElseThrow());
    }

    @Test
    public void aLongLineAndALongWaitAreRefusedAndPlacesComeBack() throws Exception {
        HeavyTurns turns = new HeavyTurns(1, 1, 0, Duration.ofMillis(50));
        Future<Outcome<String>> running = heavy(turns, GREEDY, untilTheEnd());
        worksAt(1);
        assertEquals(ErrorCode.WORK_IN_LINE, code(turns.inTurn(GREEDY, () -> Outcome.done("never"))));
        assertEquals(ErrorCode.WORK_IN_LINE, code(turns.inTurn(OTHER, () -> Outcome.done("waited in vain"))));
        end.countDown();
        assertEquals("done", running.get(60, TimeUnit.SECONDS).orElseThrow());
        assertThrows(
                IllegalStateException.class,
                () -> turns.inTurn(GREEDY, () -> {
                    throw new IllegalStateException();
                }));
        assertEquals("now", turns.inTurn(GREEDY, () -> Outcome.done("now")).orElseThrow());
        assertEquals("now", turns.inTurn(OTHER, () -> Outcome.done("now")).orElseThrow());
    }
}
