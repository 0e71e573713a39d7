// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;

/** Bringing to disk is what a write costs: counted, not timed. */
public class SharedSyncTest extends OnBothDatabases {
    private static final int WRITERS = 8;

    /** Nobody can sync while this holds the only connection for it: all eight have committed when it lets go. */
    @Test
    public void whoCommitsWhileOthersAreBroughtToDiskSharesTheNextSync() throws Exception {
        db.save(Samples.aCase(house, 100, Samples.everyKind()));
        long saved = db.count("select count(*) from case_record where service = ?", house.value());
        List<Future<CaseFile>> writers = new ArrayList<>();
        long before;
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            try (Connection held = db.store().database().syncing()) {
                before = db.store().syncs();
                for (int writer = 0; writer < WRITERS; writer++) {
                    CaseFile file = Samples.aCase(house, 101 + writer, Samples.everyKind());
                    writers.add(threads.submit(() -> db.save(file)));
                }
                StoreFixture.until(() -> db.count("select count(*) from case_record where service = ?", house.value())
                        == saved + WRITERS);
                assertTrue(
                        "nobody is told before it is on disk", writers.stream().noneMatch(Future::isDone));
                held.clearWarnings();
            }
            for (Future<CaseFile> writer : writers) {
                writer.get();
            }
        }
        long syncs = db.store().syncs() - before;
        // one that waited, one for all others, and one or two for whoever was not in line yet
        assertTrue(syncs + " syncs for " + WRITERS + " writers", syncs >= 1 && syncs <= WRITERS / 2);
        assertEquals(WRITERS, writers.size());
    }
}
