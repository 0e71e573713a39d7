// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slows down guessing: some free tries, then 2, 4, 8 … seconds up to 15 minutes between tries. Never permanent; forgotten
 * after 12 hours without a try, or after success. A try counts as failed from its beginning, so that tries at the same
 * time cannot slip through together.
 */
final class Throttle {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(12);
    private static final int MOST_KEYS = 50_000;

    private final int free;
    private final Map<String, Tries> byKey = new HashMap<>();

    Throttle(int free) {
        this.free = free;
    }

    /**
     * Begins a try, which counts as failed until {@link #forgive} or {@link #succeeded} says otherwise.
     *
     * @return how long the key still has to wait; zero when the try may go on
     */
    synchronized Duration begin(String key, Instant now) {
        Tries before = current(key, now);
        if (before != null && before.until.isAfter(now)) {
            return Duration.between(now, before.until);
        }
        int failed = before == null ? 1 : before.failed + 1;
        makeRoom(now);
        byKey.put(key, new Tries(failed, now, failed < free ? now : now.plus(pause(failed - free + 1))));
        return Duration.ZERO;
    }

    /** A try turned out wrong: the pause begins now, however long the check has taken. */
    synchronized void failed(String key, Instant now) {
        Tries tries = byKey.get(key);
        if (tries != null && tries.failed >= free) {
            byKey.put(key, new Tries(tries.failed, now, now.plus(pause(tries.failed - free + 1))));
        }
    }

    /** Whether a key that has to wait was told so already since its last try; says yes from then on. */
    synchronized boolean toldAlready(String key) {
        Tries tries = byKey.get(key);
        if (tries == null || tries.told) {
            return tries != null;
        }
        byKey.put(key, new Tries(tries.failed, tries.last, tries.until, true));
        return false;
    }

    synchronized void succeeded(String key) {
        byKey.remove(key);
    }

    /** Takes back one try that was neither right nor wrong, because something else failed. */
    synchronized void forgive(String key) {
        Tries tries = byKey.get(key);
        if (tries != null) {
            byKey.put(key, new Tries(Math.max(0, tries.failed - 1), tries.last, tries.last));
        }
    }

    private static Duration pause(int step) {
        return step >= 10 ? LONGEST : Duration.ofSeconds(1L << step);
    }

    private @Nullable Tries current(String key, Instant now) {
        Tries tries = byKey.get(key);
        if (tries != null && tries.forgotten(now)) {
            byKey.remove(key);
            return null;
        }
        return tries;
    }

    /** Made-up names must not fill the memory: the forgotten go first, then whoever tried least. */
    private void makeRoom(Instant now) {
        if (byKey.size() < MOST_KEYS) {
            return;
        }
        byKey.values().removeIf(tries -> tries.forgotten(now));
        for (int least = 1; byKey.size() >= MOST_KEYS; least++) {
            int most = least;
            byKey.values().removeIf(tries -> tries.failed <= most);
        }
    }

    private record Tries(int failed, Instant last, Instant until, boolean told) {
        Tries(int failed, Instant last, Instant until) {
            this(failed, last, until, false);
        }

        boolean forgotten(Instant now) {
            return last.plus(FORGOTTEN).isBefore(now);
        }
    }
}
