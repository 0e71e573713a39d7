// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.After;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.StoreUnavailableException;

/** There is no more room for the file of H2: this process may not make any file longer than that one is. */
public class FullDiskTest {
    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
    /** Longer than whatever else this process writes meanwhile. */
    private static final long LONG_ENOUGH = 4_000_000;

    /** Also those that were refused: one may be there all the same, with its entry. */
    private final List<CaseFile> tried = new ArrayList<>();

    @Before
    public void canLimit() {
        Assume.assumeTrue("prlimit of util-linux is there", Files.isExecutable(PRLIMIT));
    }

    @After
    public void room() throws Exception {
        limit("unlimited");
    }

    @Test
    public void whileTheDiskIsFullNothingIsSavedAndAfterwardsAllIsWellByItself() throws Exception {
        try (StoreFixture db = StoreFixture.onH2()) {
            ServiceId house = db.newHouse();
            List<CaseFile> saved = new ArrayList<>();
            Path file = db.files.resolve("db.mv.db");
            while (Files.size(file) < LONG_ENOUGH) {
                saved.add(db.save(next(house)));
            }
            limit(Long.toString(Files.size(file)));
            saveUntilRefused(db, house, saved);
            assertRefusedInTime(db, house);
            keepTrying(db, house, saved);
            limit("unlimited");
            StoreFixture.until(() -> worksAgain(db, house, saved));
            for (CaseFile each : saved) {
                assertEquals(Optional.of(each), db.read(house, unit -> unit.findCase(each.id())));
            }
            long there = tried.stream().filter(each -> isThere(db, house, each)).count();
            assertEquals(there + 1, db.store().trail().after(house, 0, 10_000).size());
            assertEquals(OptionalLong.empty(), db.store().trail().brokenAt(house));
            StoreFixture.until(() -> db.events.size() >= there);
        }
    }

    /** Room that was freed within the file is used up first. */
    private void saveUntilRefused(StoreFixture db, ServiceId house, List<CaseFile> saved) {
        StoreFixture.until(() -> {
            try {
                saved.add(db.save(next(house)));
                return false;
            } catch (StoreUnavailableException e) {
                return true;
            }
        });
    }

    private void assertRefusedInTime(StoreFixture db, ServiceId house) {
        for (int attempt = 0; attempt < 3; attempt++) {
            long start = System.nanoTime();
            CaseFile refused = next(house);
            assertThrows(StoreUnavailableException.class, () -> db.save(refused));
            assertTrue(System.nanoTime() - start < Duration.ofSeconds(10).toNanos());
        }
    }

    /** Longer than it takes until somebody tries to open it again; what is told to be saved meanwhile counts. */
    private void keepTrying(StoreFixture db, ServiceId house, List<CaseFile> saved) {
        long end = System.nanoTime() + Duration.ofSeconds(6).toNanos();
        while (System.nanoTime() < end) {
            worksAgain(db, house, saved);
            LockSupport.parkNanos(100_000_000);
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

    private CaseFile next(ServiceId house) {
        CaseFile next = Samples.aCase(house, tried.size() + 1, Samples.everyKind());
        tried.add(next);
        return next;
    }

    private static boolean isThere(StoreFixture db, ServiceId house, CaseFile file) {
        return db.read(house, unit -> unit.findCase(file.id())).isPresent();
    }

    private static void limit(String bytes) throws IOException, InterruptedException {
        String self = Long.toString(ProcessHandle.current().pid());
        Process process = new ProcessBuilder(PRLIMIT.toString(), "--pid", self, "--fsize=" + bytes + ":unlimited")
                .inheritIO()
                .start();
        assertEquals(0, process.waitFor());
    }
}
