// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.junit.After;
import org.junit.Test;

public class GroupSyncTest {
    private static final IntSupplier NOBODY = () -> 0;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger syncs = new AtomicInteger();

    @After
    public void stop() {
        threads.shutdownNow();
    }

    @Test
    public void aLoneCommitIsSyncedAtOnce() {
        GroupSync sync = new GroupSync(syncs::incrementAndGet, NOBODY);
        sync.await(soon());
        sync.await(soon());

        assertEquals(2, syncs.get());
    }

    @Test
    public void commitsDuringASyncShareTheNextOne() throws Exception {
        CountDownLatch firstRuns = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        GroupSync sync = new GroupSync(
                () -> {
                    if (syncs.incrementAndGet() == 1) {
                        firstRuns.countDown();
                        awaitQuietly(goOn);
                    }
                },
                NOBODY);
        List<Future<?>> commits = new ArrayList<>();
        commits.add(threads.submit(() -> sync.await(soon())));
        firstRuns.await();
        CountDownLatch asked = new CountDownLatch(20);
        for (int i = 0; i < 20; i++) {
            commits.add(threads.submit(() -> {
                asked.countDown();
                sync.await(soon());
            }));
        }
        asked.await();
        assertTrue(
                "nobody is answered by a sync that started before his commit",
                commits.stream().noneMatch(Future::isDone));
        goOn.countDown();
        for (Future<?> commit : commits) {
            commit.get();
        }
        assertTrue("twenty commits in one sync, or two when the last came late: " + syncs, syncs.get() <= 3);
    }

    @Test
    public void everyCommitIsCoveredByASyncThatStartedAfterIt() throws Exception {
        AtomicLong committed = new AtomicLong();
        AtomicLong onDisk = new AtomicLong();
        AtomicInteger underWay = new AtomicInteger();
        GroupSync sync = new GroupSync(
                () -> {
                    syncs.incrementAndGet();
                    long covers = committed.get();
                    onDisk.accumulateAndGet(covers, Math::max);
                },
                underWay::get);
        List<Future<?>> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clients.add(threads.submit(() -> {
                for (int n = 0; n < 2_000; n++) {
                    underWay.incrementAndGet();
                    long mine = committed.incrementAndGet();
                    underWay.decrementAndGet();
                    sync.await(soon());
                    if (onDisk.get() < mine) {
                        throw new AssertionError("answered before it was on disk");
                    }
                }
            }));
        }
        for (Future<?> client : clients) {
            client.get();
        }
        assertTrue(syncs.get() <= 16_000);
    }

    @Test(timeout = 60_000)
    public void oneSyncCoversAllWhoCameBeforeNobodyElseWasWriting() throws Exception {
        AtomicInteger underWay = new AtomicInteger(20);
        GroupSync sync = new GroupSync(syncs::incrementAndGet, underWay::get, TimeUnit.HOURS.toNanos(1));
        List<Thread> commits = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            commits.add(Thread.ofPlatform().start(() -> sync.await(soon())));
        }
        while (commits.stream().anyMatch(each -> each.getState() != Thread.State.TIMED_WAITING)) {
            Thread.onSpinWait();
        }
        assertEquals("the first waits for the others", 0, syncs.get());
        underWay.set(0);
        sync.await(soon());
        for (Thread commit : commits) {
            commit.join();
        }

        assertEquals(1, syncs.get());
    }

    @Test
    public void aFailedSyncFailsThoseItShouldHaveCoveredAndNoLaterOne() {
        GroupSync sync = new GroupSync(
                () -> {
                    if (syncs.incrementAndGet() == 1) {
                        throw new IllegalStateException("disk full");
                    }
                },
                NOBODY);

        assertThrows(IllegalStateException.class, () -> sync.await(soon()));
        sync.await(soon());
        assertEquals(2, syncs.get());
    }

    @Test
    public void whoeverWaitsTooLongForOthersIsToldSoAndTheSyncGoesOn() throws Exception {
        CountDownLatch runs = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        GroupSync sync = new GroupSync(
                () -> {
                    syncs.incrementAndGet();
                    runs.countDown();
                    awaitQuietly(goOn);
                },
                NOBODY);
        Future<?> first = threads.submit(() -> sync.await(soon()));
        runs.await();
        assertThrows(
                GroupSync.SyncFailedException.class,
                () -> sync.await(System.nanoTime() + Duration.ofMillis(20).toNanos()));
        goOn.countDown();
        first.get();
        sync.await(soon());
        assertEquals(2, syncs.get());
    }

    private static long soon() {
        return System.nanoTime() + Duration.ofMinutes(1).toNanos();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
