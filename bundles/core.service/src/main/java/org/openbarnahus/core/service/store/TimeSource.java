// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.osgi.annotation.versioning.ProviderType;

/** The only source of "now". */
@ProviderType
public interface TimeSource {
    /** So far may a clock be put right without anybody losing what was begun a moment ago. */
    Duration PUT_RIGHT = Duration.ofMinutes(5);

    Instant now();

    /**
     * Nanoseconds since some moment, by a clock that nobody sets: for how long something has lasted. It stands still while the
     * machine sleeps.
     */
    default long nanos() {
        return System.nanoTime();
    }

    default LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(now(), zone);
    }

    /**
     * Whether what ends then has not ended. What would go on for longer than it lasts at most was begun by a clock that was ahead,
     * and is over: otherwise it would go on until the clock is there again.
     */
    default boolean running(Instant end, Duration life) {
        Instant now = now();
        return now.isBefore(end) && !end.isAfter(now.plus(life).plus(PUT_RIGHT));
    }
}
