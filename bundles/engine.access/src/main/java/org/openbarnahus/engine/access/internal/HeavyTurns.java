// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;

/**
 * Who does heavy work. Each house has its own line, and only its first stand in the line of all: however many one house sends,
 * another waits for as many of them as houses are before it, and some processors are left to ordinary work.
 */
final class HeavyTurns {
    /** Shorter than the time in which a request must be answered. */
    static final Duration PATIENCE = Duration.ofSeconds(3);
    /** Told to who finds the line too long. */
    private static final String SECONDS = "5";

    private final int ofHouse;
    private final int inLine;
    private final long patience;
    private final Semaphore all;
    private final Map<ServiceId, Semaphore> houses = new ConcurrentHashMap<>();

    HeavyTurns(int ofHouse, int ofAll, int inLine, Duration patience) {
        this.ofHouse = ofHouse;
        this.inLine = inLine;
        this.patience = patience.toNanos();
        this.all = new Semaphore(ofAll, true);
    }

    <T> Outcome<T> inTurn(ServiceId house, Supplier<Outcome<T>> work) {
        Semaphore own = houses.computeIfAbsent(house, id -> new Semaphore(ofHouse, true));
        long end = System.nanoTime() + patience;
        if (!own.tryAcquire() && (own.getQueueLength() >= inLine || !waited(own, end))) {
            return later();
        }
        try {
            return waited(all, end) ? worked(work) : later();
        } finally {
            own.release();
        }
    }

    /** Those who stand in a line, of whichever house. */
    int waiting() {
        return all.getQueueLength()
                + houses.values().stream().mapToInt(Semaphore::getQueueLength).sum();
    }

    private <T> Outcome<T> worked(Supplier<Outcome<T>> work) {
        try {
            return work.get();
        } finally {
            all.release();
        }
    }

    private static boolean waited(Semaphore line, long end) {
        try {
            return line.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static <T> Outcome<T> later() {
        return Outcome.refused(Problem.at(ErrorCode.WORK_IN_LINE, "", "seconds", SECONDS));
    }
}
