// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.openbarnahus.sdk.testkit.Partial;

public class ClockJumpsTest {
    private final List<String> told = new ArrayList<>();
    private final Clock clock = new Clock();
    private final ClockJumps jumps = new ClockJumps(Partial.of(SiteStore.class, new Trail(told)), clock);

    /** Two clocks that are set by hand. */
    private static final class Clock implements TimeSource {
        private Instant now = Instant.parse("2026-03-12T08:00:00Z");
        private long nanos;

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public long nanos() {
            return nanos;
        }

        void pass(Duration time) {
            now = now.plus(time);
            nanos += time.toNanos();
        }
    }

    /** Called by the store's proxy. */
    public static final class Trail {
        private final List<String> told;

        Trail(List<String> told) {
            this.told = told;
        }

        public void audit(AuditEntry entry) {
            told.add(entry.objectType() + " " + entry.detail());
        }
    }

    @Test
    public void aClockThatIsSetIsToldAndOneThatGoesIsNot() {
        jumps.look();
        for (int second = 0; second < 10; second++) {
            clock.pass(Duration.ofSeconds(1));
            jumps.look();
        }
        clock.pass(Duration.ofHours(2));
        jumps.look();
        assertEquals(List.of(), told);
        clock.now = clock.now.plus(Duration.ofDays(1));
        jumps.look();
        clock.now = clock.now.minus(Duration.ofHours(1));
        jumps.look();
        jumps.look();
        assertEquals(List.of("clock forward 86400 s", "clock back 3600 s"), told);
    }

    @Test
    public void whatTimeServicesPutRightIsNotTold() {
        jumps.look();
        clock.now = clock.now.plus(ClockJumps.JUMP);
        jumps.look();
        clock.now = clock.now.minus(ClockJumps.JUMP);
        jumps.look();
        assertEquals(List.of(), told);
    }
}
