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
 * after 12 hours without a try, or after success. One that decays is not forgotten by success: whoever owns one account, or
 * waits for somebody else to sign in, would begin anew as often as they like; one failed try fades away after another. Counts in the store, so that a restart gives nobody new tries. A try
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
    private final Optional<Duration> decay;
    /** Those who race for one key in this process wait here and not in the database. */
    private final Object[] stripes = Stream.generate(Object::new).limit(STRIPES).toArray();

    /**
     * @param prefix keeps the keys of several throttles apart, at most 20 characters
     */
    Throttle(SignInStore store, String prefix, int free) {
        this(store, prefix, free, Optional.empty());
    }

    private Throttle(SignInStore store, String prefix, int free, Optional<Duration> decay) {
        this.store = store;
        this.prefix = prefix;
        this.free = free;
        this.decay = decay;
    }

    /** The same, from which one failed try fades away each time the longest pause has gone by. */
    Throttle decaying() {
        return new Throttle(store, prefix, free, Optional.of(LONGEST));
    }

    /**
     * Begins a try, which counts as failed until {@link #forgive} or {@link #succeeded} says otherwise.
     *
     * @return how long the key still has to wait; zero when the try may go on
     */
    Duration begin(String key, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        return change(key, seen -> {
            Optional<Tries> known = seen.map(tries -> settled(tries, now));
            Optional<Tries> before =
                    known.filter(tries -> !forgotten(tries, now)).map(tries -> faded(tries, now));
            Duration wait = before.map(tries -> Duration.between(now, tries.until()))
                    .filter(left -> !left.isNegative())
                    .orElse(Duration.ZERO);
            if (!wait.isZero()) {
                return new Step<>(wait, known);
            }
            int failed = before.map(Tries::failed).orElse(0) + 1;
            return new Step<>(
                    Duration.ZERO, Optional.of(new Tries(failed, counted(before, now), until(failed, now), false)));
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
                                : new Tries(tries.failed(), counted(seen, now), until(tries.failed(), now), false))));
    }

    /** Whether a key that has to wait was told so already since its last try; says yes from then on. */
    boolean toldAlready(String key) {
        return change(
                key,
                seen -> new Step<>(
                        seen.map(Tries::told).orElse(false),
                        seen.map(tries -> new Tries(tries.failed(), tries.last(), tries.until(), true))));
    }

    /** How many tries failed that are remembered. */
    int failed(String key) {
        return store.tries(prefix + Secrets.hash(key)).map(Tries::failed).orElse(0);
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

    /** What a clock wrote that was ahead: a pause is never longer than it would be if it began now. */
    private Tries settled(Tries tries, Instant now) {
        Instant latest = until(tries.failed(), now);
        boolean ahead = tries.last().isAfter(now) || tries.until().isAfter(latest);
        return ahead
                ? new Tries(
                        tries.failed(),
                        tries.last().isAfter(now) ? now : tries.last(),
                        tries.until().isAfter(latest) ? latest : tries.until(),
                        tries.told())
                : tries;
    }

    private Tries faded(Tries tries, Instant now) {
        long steps = decay.map(each -> Duration.between(tries.last(), now).dividedBy(each))
                .orElse(0L);
        return steps <= 0
                ? tries
                : new Tries(
                        (int) Math.max(0, tries.failed() - steps),
                        tries.last().plus(LONGEST.multipliedBy(steps)),
                        tries.until(),
                        tries.told());
    }

    /** From when on time counts: the last try, or for what fades away the last step of that, however often somebody tries. */
    private Instant counted(Optional<Tries> before, Instant now) {
        return before.filter(tries -> decay.isPresent() && tries.failed() > 0)
                .map(Tries::last)
                .orElse(now);
    }

    private static boolean forgotten(Tries tries, Instant now) {
        return tries.last().plus(FORGOTTEN).isBefore(now);
    }

    /** Reads, decides and writes as one step: again while another process was faster. */
    private <T> T change(String key, Function<Optional<Tries>, Step<T>> work) {
        String full = prefix + Secrets.hash(key);
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
