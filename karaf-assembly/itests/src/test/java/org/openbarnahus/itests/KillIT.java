// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.util.Locale;
import org.junit.Test;

/**
 * The process is killed (SIGKILL) in the middle of writes, again and again; on PostgreSQL every second time its server too.
 * Nothing that was acknowledged is lost, and nothing that is repeated with its key is there twice.
 */
public class KillIT {
    private static final int CYCLES = Integer.getInteger("kill.cycles", 20);

    @Test
    public void nothingIsLostOrDoubledOnH2() throws Exception {
        try (KillCycles cycles = KillCycles.onH2()) {
            run("H2", cycles);
        }
    }

    @Test
    public void nothingIsLostOrDoubledOnPostgres() throws Exception {
        assumeTrue("PostgreSQL is installed", Postgres.installed().isPresent());
        try (KillCycles cycles = KillCycles.onPostgres()) {
            run("PostgreSQL", cycles);
        }
    }

    private static void run(String database, KillCycles cycles) throws Exception {
        long begun = System.nanoTime();
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            cycles.run(cycle);
        }
        cycles.settle();
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %d kills, %d writes acknowledged, %d unanswered at a kill and repeated, %.1f s a cycle%n",
                database,
                CYCLES,
                cycles.acknowledged(),
                cycles.repeated(),
                seconds / CYCLES);
        assertTrue("writes were under way at the kills", cycles.repeated() >= CYCLES / 2);
    }
}
