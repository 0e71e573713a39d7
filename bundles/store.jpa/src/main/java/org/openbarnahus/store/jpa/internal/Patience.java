// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.store.AnswerBy;

/**
 * Waits for a disk no longer than somebody waits for us. H2 writes on the thread that calls it, and a disk that stands still
 * would keep that thread, and the request with it. Nothing that was begun is broken off: it goes on alone and may succeed.
 *
 * @param needed whether the database writes on our threads at all
 */
record Patience(boolean needed, ExecutorService threads) implements AutoCloseable {
    private static final int FAREWELL_SECONDS = 5;

    /** Something that writes. */
    interface Work<T, E extends Exception> {
        T run() throws E;
    }

    static Patience with(Dialect dialect) {
        return new Patience(
                !dialect.distant(),
                Executors.newCachedThreadPool(Thread.ofPlatform()
                        .name("openbarnahus-disk-", 1)
                        .daemon()
                        .factory()));
    }

    /**
     * For work that cleans up after itself.
     *
     * @param until of {@link System#nanoTime()}
     * @throws org.openbarnahus.core.service.StoreUnavailableException when the time is over; the work may succeed all the same
     */
    <T, E extends Exception> T run(long until, Work<T, E> work) throws E {
        return run(until, work, () -> {}).orElseThrow(() -> StoreTrouble.late("the disk does not answer"));
    }

    /**
     * Where nobody waits for an answer the work has all the time that it takes.
     *
     * @param until of {@link System#nanoTime()}
     * @param afterwards what runs when work that was left alone has ended, one way or the other
     * @return empty when the time is over and the work goes on alone
     */
    <T, E extends Exception> Optional<T> run(long until, Work<T, E> work, Runnable afterwards) throws E {
        if (!needed || AnswerBy.nanos().isEmpty()) {
            return Optional.of(work.run());
        }
        // whoever comes first, the end of the work or the end of the time, decides who cleans up
        AtomicBoolean decided = new AtomicBoolean();
        Future<T> running = threads.submit(() -> {
            try {
                return work.run();
            } finally {
                if (!decided.compareAndSet(false, true)) {
                    afterwards.run();
                }
            }
        });
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return Optional.of(running.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS));
                } catch (TimeoutException e) {
                    if (decided.compareAndSet(false, true)) {
                        return Optional.empty();
                    }
                    Thread.onSpinWait();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw Patience.<E>thrown(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The work throws nothing else that is checked. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception> E thrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return (E) Objects.requireNonNull(cause);
    }

    /** What hangs longer goes down with the process. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
