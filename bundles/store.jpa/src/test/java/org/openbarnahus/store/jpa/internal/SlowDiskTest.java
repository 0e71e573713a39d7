// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.After;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.AnswerBy;

/** The disk beneath H2 is slow, or stands still for longer than anybody waits. */
public class SlowDiskTest {
    private static final int PEOPLE = 12;
    /** What the door gives a request. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    /** What was promised to people, on a machine that has other things to do. */
    private static final Duration PROMISED = Duration.ofSeconds(10);

    private final SlowDisk disk = SlowDisk.beneath();
    private final AtomicInteger serial = new AtomicInteger();

    @After
    public void mend() {
        disk.close();
    }

    @Test
    public void whileItStandsStillEverybodyIsAnsweredInTimeAndAfterwardsAllIsWellByItself() throws Exception {
        try (StoreFixture db = StoreFixture.onH2()) {
            ServiceId house = db.newHouse();
            List<CaseFile> saved = new ArrayList<>();
            saved.add(db.save(next(house)));
            disk.slow(60_000, 60_000);
            for (int round = 0; round < 2; round++) {
                List<Tried> tried = together(db, house);
                assertEquals(
                        "told to be saved",
                        0,
                        tried.stream().filter(Tried::saved).count());
                for (Tried each : tried) {
                    assertTrue("answered after " + each.took(), each.took().compareTo(PROMISED) < 0);
                }
                assertReadingIsAnswered(db, saved.getFirst());
            }
            disk.fast();
            long begin = System.nanoTime();
            StoreFixture.until(() -> worksAgain(db, house, saved));
            assertTrue(System.nanoTime() - begin < Duration.ofSeconds(30).toNanos());
            assertSound(db, house, saved);
        }
    }

    @Test
    public void whileItIsSlowWhatIsSaidToBeSavedIs() throws Exception {
        List<CaseFile> saved = new ArrayList<>();
        try (StoreFixture db = StoreFixture.onH2()) {
            ServiceId house = db.newHouse();
            disk.slow(20, 700);
            List<Tried> tried = together(db, house);
            tried.stream().filter(Tried::saved).map(Tried::file).forEach(saved::add);
            assertTrue("some are saved", !saved.isEmpty());
            for (Tried each : tried) {
                assertTrue("answered after " + each.took(), each.took().compareTo(PROMISED) < 0);
            }
            disk.fast();
            StoreFixture.until(() -> worksAgain(db, house, saved));
            assertSound(db, house, saved);
        }
    }

    /** What somebody wanted to save. */
    private record Tried(CaseFile file, boolean saved, Duration took) {}

    private List<Tried> together(StoreFixture db, ServiceId house) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        try {
            List<Callable<Tried>> wishes = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                wishes.add(() -> tried(db, house));
            }
            List<Tried> all = new ArrayList<>();
            for (Future<Tried> each : people.invokeAll(wishes)) {
                all.add(each.get());
            }
            return all;
        } finally {
            people.shutdownNow();
        }
    }

    /** As the door does it. */
    private Tried tried(StoreFixture db, ServiceId house) {
        CaseFile file = next(house);
        long begin = System.nanoTime();
        AnswerBy.within(PATIENCE);
        boolean saved;
        try {
            db.save(file);
            saved = true;
        } catch (StoreUnavailableException e) {
            saved = false;
        } finally {
            AnswerBy.answered();
        }
        return new Tried(file, saved, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Every connection may be with those who wait for the disk. */
    private static void assertReadingIsAnswered(StoreFixture db, CaseFile file) {
        long begin = System.nanoTime();
        try {
            assertEquals(Optional.of(file), db.read(file.service(), unit -> unit.findCase(file.id())));
        } catch (StoreUnavailableException e) {
            assertTrue(System.nanoTime() - begin < PROMISED.toNanos());
        }
    }

    private boolean worksAgain(StoreFixture db, ServiceId house, List<CaseFile> saved) {
        try {
            saved.add(db.save(next(house)));
            return true;
        } catch (StoreUnavailableException e) {
            return false;
        }
    }

    /** Those that were refused may be there all the same, each with its entry. */
    private void assertSound(StoreFixture db, ServiceId house, List<CaseFile> saved) {
        for (CaseFile each : saved) {
            assertEquals(Optional.of(each), db.read(house, unit -> unit.findCase(each.id())));
        }
        assertEquals(OptionalLong.empty(), db.store().trail().brokenAt(house));
    }

    private CaseFile next(ServiceId house) {
        return Samples.aCase(house, serial.incrementAndGet(), Samples.everyKind());
    }
}
