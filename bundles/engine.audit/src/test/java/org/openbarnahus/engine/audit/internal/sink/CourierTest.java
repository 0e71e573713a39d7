// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.engine.audit.internal.Entries;
import org.openbarnahus.engine.audit.internal.MemoryTrail;
import org.openbarnahus.sdk.testkit.Partial;

public class CourierTest {
    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private static final Instant START = Instant.parse("2026-03-12T08:00:00Z");

    private final MemoryTrail trail = new MemoryTrail();
    private final Place place = new Place();
    private final House house = new House();
    private final Clock clock = new Clock();
    private Path file;
    private Courier courier;

    /** Called by the store's proxy. */
    public static final class House {
        private final List<AuditEntry> told = new ArrayList<>();
        private final List<AuditEntry> began = new ArrayList<>();
        private boolean down;

        public void audit(AuditEntry entry) {
            if (down) {
                throw new StoreUnavailableException("gone", new IOException());
            }
            (entry.detail().startsWith("began ") ? began : told).add(entry);
        }

        List<String> words() {
            return told.stream()
                    .map(e -> e.objectType() + " " + e.objectId() + " " + e.detail() + " " + e.result())
                    .toList();
        }
    }

    private static final class Clock implements TimeSource {
        private long seconds;

        @Override
        public Instant now() {
            return START.plusSeconds(seconds);
        }

        @Override
        public long nanos() {
            return Duration.ofSeconds(seconds).toNanos();
        }
    }

    @Before
    public void start() throws IOException {
        file = folder.getRoot().toPath().resolve("audit").resolve("sink-place.positions");
        courier = courier();
    }

    private Courier courier() throws IOException {
        return courier(new EntrySource(trail, true));
    }

    private Courier courier(Source source) throws IOException {
        return new Courier(
                place,
                List.of(source),
                new Positions(file),
                Partial.of(SiteStore.class, house),
                clock,
                Duration.ofMinutes(30));
    }

    private void entries(int count) {
        for (int i = 0; i < count; i++) {
            trail.add(Entries.of(START, Entries.ANNA, Action.READ, "case", "c", Result.DONE));
        }
    }

    private List<Integer> numbers() {
        return place.arrived.stream()
                .map(line -> Integer.valueOf(line.replaceAll(".*\"seq\":(\\d+),.*", "$1")))
                .toList();
    }

    private static List<Integer> upTo(int last) {
        return java.util.stream.IntStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    public void everythingArrivesInOrderOnceAlsoAfterAnOutageAndARestart() throws IOException {
        entries(700);
        courier.round();
        place.there = false;
        entries(10);
        courier.round();
        assertFalse(courier.standing().well());
        assertTrue(courier.standing().words(), courier.standing().words().contains("IOException: nobody there"));
        entries(800);
        courier = courier();
        place.there = true;
        place.most = 1;
        courier.round();
        assertEquals("one batch came through", upTo(1_200), numbers());
        place.most = Integer.MAX_VALUE;
        courier = courier();
        courier.round();
        assertEquals(upTo(1_510), numbers());
        assertTrue(courier.standing().well());
        courier.round();
        assertEquals(1_510, place.arrived.size());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    public void positionsThatCannotBeReadSendEverythingOnceMore() throws IOException {
        entries(3);
        courier.round();
        Files.writeString(file, "nonsense\u0000\nentries/x -1\n");
        courier = courier();
        courier.round();
        assertEquals(List.of(1, 2, 3, 1, 2, 3), numbers());
    }

    @Test
    public void aCopyThatIsLateIsToldAfterAWhileAndThenSeldomAndWhenItIsOver() {
        entries(1);
        place.there = false;
        courier.round();
        clock.seconds = Duration.ofMinutes(29).toSeconds();
        courier.round();
        assertEquals(List.of(), house.words());
        clock.seconds = Duration.ofMinutes(30).toSeconds();
        courier.round();
        courier.round();
        assertEquals(List.of("sink place late REFUSED"), house.words());
        clock.seconds += Duration.ofHours(24).toSeconds() - 1;
        courier.round();
        assertEquals(1, house.told.size());
        clock.seconds += 1;
        courier.round();
        assertEquals(2, house.told.size());
        place.there = true;
        courier.round();
        courier.round();
        assertEquals("sink place caught-up DONE", house.words().getLast());
        assertEquals(3, house.told.size());
    }

    @Test
    public void anEntryThatCannotBeReadIsNotSilence() throws IOException {
        courier = courier(arrived -> {
            throw new IllegalStateException("what a row holds");
        });
        courier.round();
        assertFalse(courier.standing().well());
        assertEquals(
                "behind since " + START + ": IllegalStateException",
                courier.standing().words());
        clock.seconds = Duration.ofMinutes(30).toSeconds();
        courier.round();
        assertEquals(List.of("sink place late REFUSED"), house.words());
    }

    @Test
    public void whoeverIsEndedKeepsThePlaceOfTheBatchOnItsWayAndBeginsNoOther() throws IOException {
        entries(700);
        place.during = () -> courier.end(Duration.ZERO);
        courier.round();
        assertEquals(upTo(500), numbers());
        assertEquals("has not begun yet", courier.standing().words());
        courier.round();
        assertEquals(upTo(500), numbers());
        place.during = () -> {};
        courier = courier();
        courier.round();
        assertEquals(upTo(700), numbers());
    }

    @Test
    public void theMarkIsKeptWithThePlace() throws IOException {
        Item item = new Item(START, Item.Severity.INFORMATIONAL, "a line");
        courier = courier(arrived -> arrived.of("log/a") == 7
                ? Optional.empty()
                : Optional.of(new Batch(Kind.LOG, List.of(item), "log/a", 7, 4_294_967_295L)));
        courier.round();
        assertEquals("log/a 7 4294967295\n", Files.readString(file));
        Positions kept = new Positions(file);
        assertEquals(7, kept.of("log/a"));
        assertEquals(4_294_967_295L, kept.mark("log/a"));
    }

    @Test(timeout = 60_000)
    public void whoeverCannotBeWaitedForLeavesThePlacesAlone() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        entries(1);
        place.during = () -> {
            sending.countDown();
            awaited(letGo);
        };
        Thread round = Thread.ofPlatform().start(courier::round);
        sending.await();
        courier.end(Duration.ofMillis(1));
        letGo.countDown();
        round.join();
        assertFalse(Files.exists(file));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    public void aShortOutageIsToldToNobodyAndTheNextOneCountsAnew() {
        entries(1);
        place.there = false;
        courier.round();
        place.there = true;
        courier.round();
        clock.seconds = Duration.ofHours(5).toSeconds();
        place.there = false;
        entries(1);
        courier.round();
        assertEquals(List.of(), house.words());
    }

    @Test
    public void whereDataLeaveToIsWrittenDownOnceForEachStart() {
        house.down = true;
        courier.round();
        house.down = false;
        courier.round();
        courier.round();
        assertEquals(1, house.began.size());
        AuditEntry entry = house.began.getFirst();
        assertEquals(Action.EXPORT, entry.action());
        assertEquals("place began over there", entry.objectId() + " " + entry.detail());
    }

    @Test
    public void whatCouldNotBeToldIsToldLater() {
        entries(1);
        place.there = false;
        courier.round();
        clock.seconds = Duration.ofMinutes(31).toSeconds();
        house.down = true;
        courier.round();
        house.down = false;
        courier.round();
        assertEquals(List.of("sink place late REFUSED"), house.words());
    }
}
