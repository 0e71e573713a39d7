// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.After;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;

/**
 * A database server that is silent, slow, cut off, or out of room, while people write: everybody is answered in ten seconds,
 * nobody is told "saved" for what is not, and thirty seconds after it is over all is well without a restart.
 */
public class FaultsIT {
    private static final Duration PROMISED = Duration.ofSeconds(10);
    private static final Duration NORMAL = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final int DISK_MEGABYTES = 256;
    private static final int MORE_THREADS = 60;

    private static Optional<SmallDisk> disk = Optional.empty();
    private static @Nullable Running running;

    /** What all tests share. */
    private record Running(Postgres database, SlowWire wire, DemoProduct product, Ledger ledger) {}

    private final Running here = Objects.requireNonNull(running);
    private final SlowWire wire = here.wire();
    private final DemoProduct product = here.product();
    private final Api coordinator = product.as("coordinator", "SE-DEMO");
    private final Workload people = new Workload(product, here.ledger());

    @BeforeClass
    public static void start() throws Exception {
        assumeTrue("PostgreSQL is installed", Postgres.installed().isPresent());
        disk = SmallDisk.mounted(DISK_MEGABYTES);
        Postgres database = disk.isPresent() ? Postgres.startOn(disk.get()) : Postgres.start();
        SlowWire wire = new SlowWire(database.port());
        DemoProduct product = DemoProduct.start("faults", database.settings(wire.port()), 0);
        running = new Running(database, wire, product, new Ledger());
    }

    @AfterClass
    public static void stop() throws Exception {
        Running all = running;
        if (all != null) {
            all.product().close();
            all.wire().close();
            all.database().close();
        }
        if (disk.isPresent()) {
            disk.get().close();
        }
    }

    @Before
    public void peopleWrite() throws Exception {
        people.begin();
    }

    @After
    public void allIsWell() {
        wire.well();
        people.close();
    }

    @Test
    public void aSilentDatabaseIsToldSoonHoldsNobodyUpAndIsFoundAgain() throws Exception {
        long threads = threads();
        people.longest();
        wire.silent();
        Answer read = inTime("a read", () -> coordinator.get("/cases?limit=1"));
        assertEquals("STORE_UNREADABLE", read.code());
        assertEquals(503, read.status());
        Client anybody = new Client(product.data(), product.port());
        assertEquals(503, inTime("health", () -> anybody.get(Client.HEALTH)).statusCode());
        Thread.sleep(PROMISED.toMillis());
        assertInTime("while it is silent", people.longest());
        assertTrue("people are refused", people.refused() > 0);
        Thread.sleep(2 * AT_ONCE.toMillis());
        Duration later = people.longest();
        assertTrue("whoever comes later does not wait at all: " + later, later.compareTo(AT_ONCE) < 0);
        assertEquals(
                200, within(AT_ONCE, "a page", () -> anybody.get("/sign-in")).statusCode());
        assertTrue("threads " + threads() + " after " + threads, threads() < threads + MORE_THREADS);
        wire.well();
        assertNormalSoon(anybody);
    }

    @Test
    public void aSlowDatabaseMakesNobodyWaitLonger() throws Exception {
        Client anybody = new Client(product.data(), product.port());
        for (Duration delay :
                new Duration[] {Duration.ofMillis(300), Duration.ofMillis(1_200), Duration.ofSeconds(4)}) {
            wire.slow(delay);
            Thread.sleep(PROMISED.dividedBy(2).toMillis());
            Answer read = inTime("a read", () -> coordinator.get("/cases?limit=1"));
            assertTrue(read.toString(), read.status() == 200 || read.code().equals("STORE_UNREADABLE"));
            assertInTime("with answers late by " + delay, people.longest());
        }
        assertTrue("some are refused", people.refused() > 0);
        wire.well();
        assertNormalSoon(anybody);
    }

    @Test
    public void connectionsThatAreCutLoseNothing() throws Exception {
        for (int time = 0; time < 3; time++) {
            wire.cut();
            Thread.sleep(AT_ONCE.toMillis());
            wire.well();
            people.awaitWritten(10);
        }
        assertInTime("cut off", people.longest());
        assertNormalSoon(new Client(product.data(), product.port()));
    }

    @Test
    public void aFullDiskOfTheDatabaseIsToldAndReadingGoesOn() throws Exception {
        assumeTrue("this process may mount a file system in memory: root may", disk.isPresent());
        people.longest();
        disk.get().fill();
        awaitRefusal();
        Answer read = inTime("a read", () -> coordinator.get("/cases?limit=1"));
        assertEquals(read.toString(), 200, read.status());
        Thread.sleep(AT_ONCE.toMillis());
        assertInTime("tables that cannot grow", people.longest());
        // a log that cannot grow ends the server
        for (int time = 0; time < 10 && here.database().tried("select pg_switch_wal()"); time++) {
            here.database().tried("checkpoint");
        }
        Thread.sleep(PROMISED.toMillis());
        assertInTime("a log that cannot grow", people.longest());
        assertTrue("people are refused", people.refused() > 0);
        disk.get().free();
        if (!here.database().isUp()) {
            here.database().up();
        }
        assertNormalSoon(new Client(product.data(), product.port()));
    }

    private void awaitRefusal() throws Exception {
        long end = System.nanoTime() + NORMAL.toNanos();
        while (people.refused() == 0) {
            assertTrue("everything is saved on a full disk", System.nanoTime() < end);
            Thread.sleep(50);
        }
    }

    private interface Question<T> {
        T ask() throws Exception;
    }

    private static <T> T inTime(String what, Question<T> question) throws Exception {
        return within(PROMISED, what, question);
    }

    private static <T> T within(Duration most, String what, Question<T> question) throws Exception {
        long asked = System.nanoTime();
        T answer = question.ask();
        Duration waited = Duration.ofNanos(System.nanoTime() - asked);
        assertTrue(what + " took " + waited, waited.compareTo(most) < 0);
        return answer;
    }

    private static void assertInTime(String when, Duration longest) {
        System.out.println(when + ": the longest waited " + longest.toMillis() + " ms");
        assertTrue(when + " somebody waited " + longest, longest.compareTo(PROMISED) < 0);
    }

    /** From now on: no restart, nothing lost, nothing twice. */
    private void assertNormalSoon(Client anybody) throws Exception {
        long since = System.nanoTime();
        people.awaitWritten(40);
        while (!anybody.isUp()) {
            assertTrue("health", System.nanoTime() - since < NORMAL.toNanos());
            Thread.sleep(100);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - since);
        System.out.println("all is well after " + took.toMillis() + " ms");
        assertTrue("normal after " + took, took.compareTo(NORMAL) < 0);
        people.longest();
        people.settle();
        Answer health = coordinator.send("GET", "/health", null, Map.of());
        assertEquals("UP", health.body().path("status").asString(""));
    }

    private long threads() throws Exception {
        try (Stream<Path> all = Files.list(Path.of("/proc", Long.toString(product.pid()), "task"))) {
            return all.count();
        }
    }
}
