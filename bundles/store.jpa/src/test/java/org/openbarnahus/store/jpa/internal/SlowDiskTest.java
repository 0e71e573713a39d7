// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
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
import org.openbarnahus.core.service.store.ErasureRecord;
import org.openbarnahus.core.service.store.OutboxEvent;

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

    /** The commit and the sync wait on threads of their own; all that goes before must not wait at all. */
    @Test
    public void nothingIsWrittenBeforeTheCommit() {
        try (StoreFixture db = StoreFixture.onH2()) {
            ServiceId house = db.newHouse();
            db.listener = Optional.empty();
            db.save(next(house));
            Transactions transactions = new Transactions(db.store().database(), Duration.ofMinutes(1));
            IllegalStateException enough = assertThrows(
                    IllegalStateException.class,
                    () -> transactions.write(Scope.of(house), t -> {
                        long before = disk.written();
                        for (int i = 0; i < 100; i++) {
                            Outbox.insert(t.first(), List.of(new OutboxEvent(house, OutboxEvent.CASE_SAVED, "x")));
                            t.em().persist(new CaseMapping(db.keys).create(next(house)));
                            t.em().flush();
                        }
                        throw new IllegalStateException("written " + (disk.written() - before));
                    }));
            assertEquals("written 0", enough.getMessage());
        }
    }

    @Test
    public void aCommitThatIsLeftAloneIsToldOfWhenItHasEnded() {
        try (StoreFixture db = StoreFixture.onH2()) {
            ServiceId house = db.newHouse();
            CaseFile file = db.save(next(house));
            Transactions transactions = new Transactions(db.store().database(), Duration.ofMinutes(1));
            AtomicInteger ended = new AtomicInteger();
            transactions.whenLeftAlone(ended::incrementAndGet);
            disk.slow(60_000, 60_000);
            AnswerBy.within(Duration.ofMillis(1));
            try {
                assertThrows(
                        StoreUnavailableException.class,
                        () -> transactions.write(
                                Scope.of(house),
                                t -> t.sql(c -> Sql.update(
                                        c,
                                        "update case_record set state_day = null where id = ?",
                                        file.id().value()))));
            } finally {
                AnswerBy.answered();
            }
            assertEquals(0, ended.get());
            disk.fast();
            StoreFixture.until(() -> ended.get() == 1);
        }
    }

    /** What another thread has committed may not be on disk yet. */
    @Test
    public void anAnswerOfBeforeIsNotGivenOutBeforeItIsOnDisk() {
        try (StoreFixture db = StoreFixture.onH2()) {
            CaseFile file = db.save(next(db.newHouse()));
            disk.slow(0, 60_000);
            AnswerBy.within(Duration.ofMillis(1));
            try {
                assertEquals(Optional.of(file), db.read(file.service(), unit -> unit.findCase(file.id())));
                assertThrows(
                        StoreUnavailableException.class,
                        () -> db.store().tenants().settled(file.service(), unit -> unit.findCase(file.id())));
            } finally {
                AnswerBy.answered();
            }
            disk.fast();
            assertEquals(
                    Optional.of(file), db.store().tenants().settled(file.service(), unit -> unit.findCase(file.id())));
        }
    }

    @Test
    public void anErasureThatNobodyWaitedForIsListedAllTheSame() throws Exception {
        try (StoreFixture db = StoreFixture.onH2()) {
            CaseFile file = db.save(next(db.newHouse()));
            Path list = db.files.resolve("erased.jsonl");
            JpaErasureStore erasures =
                    db.store().erasures(new TestSigner(), list).store();
            ErasureRecord request = Samples.erasure(file, db.newManager(file.service()));
            erasures.insert(request, Samples.audit(file.service(), "request"));
            disk.slow(60_000, 60_000);
            AnswerBy.within(Duration.ofMillis(1));
            try {
                assertThrows(
                        StoreUnavailableException.class,
                        () -> erasures.erase(request, "anna", "per", Samples.audit(file.service(), "erased")));
            } finally {
                AnswerBy.answered();
            }
            disk.fast();
            StoreFixture.until(() -> db.read(file.service(), unit -> unit.erased(file.id())));
            assertTrue(Files.notExists(list));
            erasures.makeUp();
            assertEquals(1, Files.readAllLines(list).size());
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
