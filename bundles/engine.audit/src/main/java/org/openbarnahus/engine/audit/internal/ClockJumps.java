// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log and the trail when the machine's clock was set, so that times of entries on both sides can be read: their order is
 * that of their numbers. A machine that slept looks like a clock that was set forward.
 */
final class ClockJumps {
    /** Time services put a clock right by less. */
    static final Duration JUMP = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(ClockJumps.class);

    private final SiteStore site;
    private final TimeSource time;
    private @Nullable Instant at;
    private long nanos;

    ClockJumps(SiteStore site, TimeSource time) {
        this.site = site;
        this.time = time;
    }

    /** To be called every second or two, by one thread. */
    void look() {
        Instant now = time.now();
        long nanosNow = time.nanos();
        Instant before = at;
        Duration jump =
                before == null ? Duration.ZERO : Duration.between(before, now).minusNanos(nanosNow - nanos);
        at = now;
        nanos = nanosNow;
        if (jump.abs().compareTo(JUMP) > 0) {
            tell(now, (jump.isNegative() ? "back " : "forward ") + jump.abs().toSeconds() + " s");
        }
    }

    private void tell(Instant now, String how) {
        LOG.warn("the clock of the machine was set {}", how);
        site.audit(AuditEntry.ofTheSite(now, AuditEntry.Action.CHANGE, "clock", "", AuditEntry.Result.DONE, how));
    }
}
