// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.SignInStore;
import org.openbarnahus.core.service.store.Tries;

/**
 * Slows down guessing: some free tries, then 2, 4, 8 … seconds up to 15 minutes between tries. Never permanent; forgotten
 * after 12 hours without a try, or after success. Counts in the store, so that a restart gives nobody new tries. A try
 * counts as failed from its beginning, so that tries at the same time cannot slip through together.
 */
final class Throttle {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(12);
    private static final int STRIPES = 64;
    private static final int ROUNDS = 100;

    private final SignInStore store;
    private final String prefix;
    private final int free;
    /** Those who race for one key in this process wait here and not in the database. */
    private final Object[] stripes = Stream.generate(Object::new).limit(STRIPES).toArray();

    /**
     * @param prefix keeps the keys of several throttles apart, at most 20 characters
     */
    Throttle(SignInStore store, String prefix, int free) {
        this.store = store;
        this.prefix = prefix;
        this.free = free;
    }

    /**
     * Begins a try, which counts as failed until {@link #forgive} or {@link #succeeded} says otherwise.
     *
     * @return how long the key still has to wait; zero when the try may go on
     */
    Duration begin(String key, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        return change(key, seen -> {
            Optional<Tries> before = seen.filter(tries -> !forgotten(tries, now));
            Duration wait = before.map(tries -> Duration.between(now, tries.until()))
                    .filter(left -> !left.isNegative())
                    .orElse(Duration.ZERO);
            if (!wait.isZero()) {
                return new Step<>(wait, seen);
            }
            int failed = before.map(Tries::failed).orElse(0) + 1;
            return new Step<>(Duration.ZERO, Optional.of(new Tries(failed, now, until(failed, now), false)));
        });
    }

    /** A try turned out wrong: the pause begins now, however long the check has taken. */
    void failed(String key, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        change(
                key,
                seen -> new Step<>(
                        true,
                        seen.map(tries -> tries.failed() < free
                                ? tries
                                : new Tries(tries.failed(), now, until(tries.failed(), now), false))));
    }

    /** Whether a key that has to wait was told so already since its last try; says yes from then on. */
    boolean toldAlready(String key) {
        return change(
                key,
                seen -> new Step<>(
                        seen.map(Tries::told).orElse(false),
                        seen.map(tries -> new Tries(tries.failed(), tries.last(), tries.until(), true))));
    }

    void succeeded(String key) {
        change(key, seen -> new Step<>(true, Optional.empty()));
    }

    /** Takes back one try that was neither right nor wrong, because something else failed. */
    void forgive(String key) {
        change(
                key,
                seen -> new Step<>(
                        true,
                        seen.map(tries ->
                                new Tries(Math.max(0, tries.failed() - 1), tries.last(), tries.last(), false))));
    }

    private Instant until(int failed, Instant now) {
        return failed < free ? now : now.plus(pause(failed - free + 1));
    }

    private static Duration pause(int step) {
        return step >= 10 ? LONGEST : Duration.ofSeconds(1L << step);
    }

    private static boolean forgotten(Tries tries, Instant now) {
        return tries.last().plus(FORGOTTEN).isBefore(now);
    }

    /** Reads, decides and writes as one step: again while another process was faster. */
    private <T> T change(String key, Function<Optional<Tries>, Step<T>> work) {
        String full = prefix + SessionTable.hash(key);
        synchronized (stripes[Math.floorMod(full.hashCode(), STRIPES)]) {
            for (int round = 0; round < ROUNDS; round++) {
                Optional<Tries> seen = store.tries(full);
                Step<T> step = work.apply(seen);
                if (step.next.equals(seen) || store.replaceTries(full, seen, step.next)) {
                    return step.result;
                }
            }
        }
        throw new StoreUnavailableException("a counter is fought over", new TimeoutException());
    }

    private record Step<T>(T result, Optional<Tries> next) {}
}
