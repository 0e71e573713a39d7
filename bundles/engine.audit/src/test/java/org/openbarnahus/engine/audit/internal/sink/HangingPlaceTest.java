// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.engine.audit.internal.Entries;
import org.openbarnahus.engine.audit.internal.MemoryTrail;
import org.openbarnahus.sdk.testkit.Partial;

/** A round that does not come back cannot say so: somebody else does. */
public class HangingPlaceTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static final Instant START = Instant.parse("2026-03-12T08:00:00Z");

    private final MemoryTrail trail = new MemoryTrail();
    private final Place place = new Place();
    private final House house = new House();
    private final Clock clock = new Clock();
    private Courier courier;

    /** Called by the store's proxy. */
    public static final class House {
        private final List<String> words = new ArrayList<>();

        public void audit(AuditEntry entry) {
            if (!entry.detail().startsWith("began ")) {
                words.add(entry.detail() + " " + entry.result());
            }
        }
    }

    private static final class Clock implements TimeSource {
        private final AtomicLong seconds = new AtomicLong();

        @Override
        public Instant now() {
            return START.plusSeconds(seconds.get());
        }

        @Override
        public long nanos() {
            return Duration.ofSeconds(seconds.get()).toNanos();
        }
    }

    @Before
    public void start() throws IOException {
        courier = new Courier(
                place,
                List.of(new EntrySource(trail, true)),
                new Positions(folder.getRoot().toPath().resolve("audit").resolve("sink-place.positions")),
                Partial.of(SiteStore.class, house),
                clock,
                Duration.ofMinutes(30));
    }

    private void entries(int count) {
        for (int i = 0; i < count; i++) {
            trail.add(Entries.of(START, Entries.ANNA, Action.READ, "case", "c", Result.DONE));
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A share whose server is gone holds a write for ever, and no limit of ours ends it. */
    @Test(timeout = 60_000)
    public void aPlaceThatHangsIsToldBySomebodyElse() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        entries(1);
        place.during = () -> {
            sending.countDown();
            awaited(letGo);
        };
        courier.watch();
        Thread round = Thread.ofPlatform().start(courier::round);
        sending.await();
        clock.seconds.set(119);
        courier.watch();
        assertEquals("has not begun yet", courier.standing().words());
        clock.seconds.set(120);
        courier.watch();
        assertFalse(courier.standing().well());
        assertTrue(courier.standing().words(), courier.standing().words().contains("does not come back"));
        clock.seconds.set(Duration.ofMinutes(33).toSeconds());
        courier.watch();
        courier.watch();
        assertEquals(List.of("late REFUSED"), house.words);
        letGo.countDown();
        round.join();
        courier.watch();
        assertTrue(courier.standing().well());
        assertEquals("caught-up DONE", house.words.getLast());
    }

    @Test
    public void muchThatGoesOnIsNoHanging() throws IOException {
        entries(1_200);
        place.during = () -> {
            clock.seconds.addAndGet(100);
            courier.watch();
            assertEquals("has not begun yet", courier.standing().words());
        };
        courier.round();
        assertEquals(1_200, place.arrived.size());
    }
}
