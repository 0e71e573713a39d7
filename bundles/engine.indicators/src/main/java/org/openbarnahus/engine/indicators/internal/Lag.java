// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;

/** Waits a little for the outbox, so that whoever saved a case sees it counted. */
final class Lag {
    private static final int LOOKS = 80;
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final SiteStore site;
    private final TimeSource time;
    private final int looks;
    private volatile Instant caughtUp;

    Lag(SiteStore site, TimeSource time) {
        this(site, time, LOOKS);
    }

    /**
     * @param looks how often to look before giving up
     */
    Lag(SiteStore site, TimeSource time, int looks) {
        this.site = site;
        this.time = time;
        this.looks = looks;
        this.caughtUp = time.now();
    }

    /** Empty when nothing is outstanding, else the seconds since that was so, at least 1. */
    Optional<Long> seconds() {
        for (int look = 0; look < looks; look++) {
            if (site.pendingEvents() == 0) {
                caughtUp = time.now();
                return Optional.empty();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return Optional.of(Math.max(1, Duration.between(caughtUp, time.now()).toSeconds()));
    }
}
