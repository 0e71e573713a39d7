// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings commits to disk, many with one sync: a commit is covered by every sync that starts after it. Whoever finds no sync
 * running starts one; whoever commits while one runs waits for the next. Where several others are about to commit, whoever
 * starts one gives them a moment: on a busy machine a sync is a good part of what a small write costs.
 */
final class GroupSync {
    /** Syncs, or throws. */
    interface Action {
        void run();
    }

    /** As many others as make a moment worth while, as commit_siblings of PostgreSQL. */
    private static final int COMPANY = 3;
    /** In nanoseconds; a busy write takes several times as long. */
    private static final long MOMENT = 3_000_000;

    private final Action action;
    private final IntSupplier others;
    private final long moment;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private @Nullable Thread gatherer;
    private long started;
    private long finished;
    /** The last sync that succeeded; those between it and {@link #finished} failed. */
    private long succeeded;

    /**
     * @param others how many are writing just now and have not come here yet
     */
    GroupSync(Action action, IntSupplier others) {
        this(action, others, MOMENT);
    }

    GroupSync(Action action, IntSupplier others, long moment) {
        this.action = action;
        this.others = others;
        this.moment = moment;
    }

    /**
     * Returns when everything committed before the call is on disk.
     *
     * @param until of {@link System#nanoTime()}: no longer than that for others
     * @throws RuntimeException what the action threw, or a refusal when the sync that others waited for failed or takes too long
     */
    void await(long until) {
        lock.lock();
        try {
            long mine = started + 1;
            boolean late = false;
            while (finished < mine && !late) {
                if (started == finished && gatherer == null) {
                    gather();
                    lead();
                } else {
                    if (gatherer != null && others.getAsInt() == 0) {
                        LockSupport.unpark(gatherer);
                    }
                    late = !waited(until);
                }
            }
            if (succeeded < mine) {
                throw new SyncFailedException();
            }
        } finally {
            lock.unlock();
        }
    }

    /** False when the time is over; an interrupt ends nothing. */
    @SuppressWarnings("WaitNotInLoop") // its caller loops
    private boolean waited(long until) {
        boolean interrupted = false;
        try {
            while (true) {
                long left = until - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                try {
                    ended.awaitNanos(left);
                    return true;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Who comes meanwhile is covered by the sync that follows; the last whom it waits for ends the moment. */
    private void gather() {
        if (others.getAsInt() < COMPANY) {
            return;
        }
        gatherer = Thread.currentThread();
        lock.unlock();
        try {
            long end = System.nanoTime() + moment;
            for (long left = moment; left > 0 && others.getAsInt() > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(this, left);
            }
        } finally {
            lock.lock();
            gatherer = null;
        }
    }

    private void lead() {
        started++;
        long number = started;
        boolean done = false;
        lock.unlock();
        try {
            action.run();
            done = true;
        } finally {
            lock.lock();
            finished = number;
            if (done) {
                succeeded = number;
            }
            ended.signalAll();
        }
    }

    /** The sync that covers a commit failed. */
    static final class SyncFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SyncFailedException() {
            super("the data could not be brought to disk");
        }
    }
}
