// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.AnswerBy;

/** The database goes away and comes back. */
public class FaultsTest {
    @Test
    public void whilePostgresIsGoneCallsFailInTimeAndLaterWorkByThemselves() {
        PostgresServer server = PostgresServer.startOrSkip();
        try (StoreFixture db = StoreFixture.on(server)) {
            ServiceId house = db.newHouse();
            CaseFile file = db.save(Samples.aCase(house, 1, Samples.everyKind()));
            server.down();
            assertUnavailable(() -> db.save(Samples.aCase(house, 2, FieldValues.empty())));
            assertUnavailable(() -> db.read(house, unit -> unit.findCase(file.id())));
            assertUnavailable(() -> db.store().site().ping());
            db.store().site().audit(Samples.audit(house, "while it is gone"));
            server.up();
            StoreFixture.until(() -> works(db));
            StoreFixture.until(() -> writes(db));
            assertEquals(Optional.of(file), db.read(house, unit -> unit.findCase(file.id())));
            db.saveNext(Samples.changed(file, CoreField.SEX, new CodeValue("boy")));
            StoreFixture.until(() -> 1 == db.count("select count(*) from audit where object_id = 'while it is gone'"));
            StoreFixture.until(() -> db.events.size() >= 2);
        }
    }

    @Test
    public void whatWasAnsweredOutlivesAnImmediateStopOfPostgresAtEveryMoment() {
        PostgresServer server = PostgresServer.startOrSkip();
        try (StoreFixture db = StoreFixture.on(server)) {
            ServiceId house = db.newHouse();
            for (int round = 1; round <= 5; round++) {
                CaseFile file = db.save(Samples.aCase(house, round, FieldValues.empty()));
                server.down();
                server.up();
                StoreFixture.until(() -> writes(db));
                assertEquals(Optional.of(file), db.read(house, unit -> unit.findCase(file.id())));
                int entries = round + 1;
                assertEquals(entries, db.store().trail().after(house, 0, 100).size());
            }
        }
    }

    @Test
    public void aStoreWhosePostgresIsNotThereYetFailsToOpenInTime() {
        PostgresServer server = PostgresServer.startOrSkip();
        try (StoreFixture db = StoreFixture.on(server)) {
            db.shut();
            server.down();
            long start = System.nanoTime();
            assertThrows(RuntimeException.class, db::open);
            assertTrue(System.nanoTime() - start < Duration.ofSeconds(10).toNanos());
            server.up();
            db.open();
            db.store().site().ping();
        }
    }

    /** Work that nobody waits for is not: the server has its own limit for one statement. */
    @Test
    public void aStatementThatTakesLongerThanAnybodyWaitsIsCutAndTheNextOneWorks() {
        PostgresServer server = PostgresServer.startOrSkip();
        try (StoreFixture db = StoreFixture.on(server)) {
            Transactions transactions = new Transactions(db.store().database(), Duration.ofSeconds(10));
            AnswerBy.within(Duration.ofMillis(1));
            long start = System.nanoTime();
            try {
                assertThrows(StoreUnavailableException.class, () -> transactions.write(Scope.SITE, FaultsTest::dawdle));
                assertThrows(SQLException.class, () -> db.store().database().beside(Scope.SITE, FaultsTest::dawdle));
            } finally {
                AnswerBy.answered();
            }
            assertTrue(System.nanoTime() - start < Duration.ofSeconds(8).toNanos());
            transactions.write(Scope.SITE, FaultsTest::dawdle);
        }
    }

    @Test
    public void whileTheDatabaseIsSlowNobodyGetsOnePieceOfTimeAfterTheOther() {
        PostgresServer server = PostgresServer.startOrSkip();
        try (StoreFixture db = StoreFixture.on(server)) {
            Transactions transactions = new Transactions(db.store().database(), Duration.ofSeconds(10));
            AnswerBy.within(Duration.ofSeconds(-3));
            try {
                transactions.write(Scope.SITE, transaction -> transaction);
                StoreFixture.until(() -> {
                    db.store().database().pulse().feel(alone -> LockSupport.parkNanos(2 * Pulse.SLOW.toNanos()));
                    return refused(() -> transactions.write(Scope.SITE, transaction -> transaction));
                });
            } finally {
                AnswerBy.answered();
            }
        }
    }

    private static boolean refused(Runnable call) {
        try {
            call.run();
            return false;
        } catch (StoreUnavailableException e) {
            return true;
        }
    }

    private static Transaction dawdle(Transaction transaction) {
        return transaction.sql(c -> {
            dawdle(c);
            return transaction;
        });
    }

    private static List<String> dawdle(Connection connection) throws SQLException {
        return Sql.query(connection, "select cast(pg_sleep(4.2) as text)", row -> row.getString(1));
    }

    /** The last look at the time is behind it, and the commit perhaps on its way. */
    @Test
    public void whatWasInTimeAtTheLastLookIsCommitted() {
        try (StoreFixture db = StoreFixture.onH2()) {
            ServiceId house = db.newHouse();
            CaseFile file = Samples.aCase(house, 1, FieldValues.empty());
            Transactions hasty = new Transactions(db.store().database(), Duration.ofSeconds(2));
            AnswerBy.within(Duration.ofMillis(1));
            try {
                hasty.write(Scope.of(house), t -> {
                    t.em().persist(new CaseMapping(db.keys).create(file));
                    t.end();
                    LockSupport.parkNanos(t.deadline() - System.nanoTime() + 1_000_000);
                    return file;
                });
            } finally {
                AnswerBy.answered();
            }
            assertTrue(db.read(house, unit -> unit.findCase(file.id())).isPresent());
        }
    }

    @Test
    public void aTransactionThatTookTooLongIsNotCommitted() {
        try (StoreFixture db = StoreFixture.onH2()) {
            ServiceId house = db.newHouse();
            CaseFile file = Samples.aCase(house, 1, FieldValues.empty());
            Transactions hasty = new Transactions(db.store().database(), Duration.ZERO);
            assertThrows(
                    StoreUnavailableException.class,
                    () -> hasty.write(Scope.of(house), t -> {
                        t.entities().persist(new CaseMapping(db.keys).create(file));
                        return file;
                    }));
            assertEquals(Optional.empty(), db.read(house, unit -> unit.findCase(file.id())));
        }
    }

    @Test
    public void aLargeWriteMayTakeTheTimeItAskedFor() {
        try (StoreFixture db = StoreFixture.onH2()) {
            ServiceId house = db.newHouse();
            CaseFile file = Samples.aCase(house, 1, FieldValues.empty());
            Transactions hasty = new Transactions(db.store().database(), Duration.ZERO);
            hasty.write(Scope.of(house), Duration.ofMinutes(1), t -> {
                t.entities().persist(new CaseMapping(db.keys).create(file));
                return file;
            });
            assertEquals(Optional.of(file), db.read(house, unit -> unit.findCase(file.id())));
        }
    }

    /** As a plugin's worker is when it ends in the middle of a write: with an ordinary file channel H2 is closed for good. */
    @Test
    public void anInterruptedThreadDoesNotCloseTheFileUnderTheOthers() throws InterruptedException {
        try (StoreFixture db = StoreFixture.onH2()) {
            ServiceId house = db.newHouse();
            AtomicInteger number = new AtomicInteger();
            for (int round = 0; round < 20; round++) {
                AtomicBoolean enough = new AtomicBoolean();
                int before = number.get();
                Thread writer = Thread.ofPlatform().start(() -> {
                    while (!enough.get()) {
                        number.incrementAndGet();
                        tries(db, house, number.get());
                    }
                });
                for (int interrupt = 0; interrupt < 20; interrupt++) {
                    StoreFixture.until(() -> number.get() > before);
                    LockSupport.parkNanos(interrupt * 100_000L);
                    writer.interrupt();
                }
                enough.set(true);
                writer.join();
                CaseFile file = Samples.aCase(house, number.incrementAndGet(), FieldValues.empty());
                db.save(file);
                assertEquals(Optional.of(file), db.read(house, unit -> unit.findCase(file.id())));
            }
        }
    }

    /** An interrupt may end the wait for a connection. */
    private static void tries(StoreFixture db, ServiceId house, int number) {
        try {
            db.save(Samples.aCase(house, number, Samples.everyKind()));
        } catch (StoreUnavailableException e) {
            LockSupport.parkNanos(1);
        }
    }

    /** Each pool finds by itself that its old connections are dead; until then a write is refused. */
    private static boolean writes(StoreFixture db) {
        return !refused(db::newHouse);
    }

    private static boolean works(StoreFixture db) {
        return !refused(db.store().site()::ping);
    }

    private static void assertUnavailable(Runnable call) {
        long start = System.nanoTime();
        assertThrows(StoreUnavailableException.class, call::run);
        assertTrue(System.nanoTime() - start < Duration.ofSeconds(10).toNanos());
    }
}
