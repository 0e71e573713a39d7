// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Brings commits to disk, many with one sync: a commit is covered by every sync that starts after it. Whoever finds no sync
 * running starts one; whoever commits while one runs waits for the next.
 */
final class GroupSync {
    /** Syncs, or throws. */
    interface Action {
        void run();
    }

    private final Action action;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private long started;
    private long finished;
    /** The last sync that succeeded; those between it and {@link #finished} failed. */
    private long succeeded;

    GroupSync(Action action) {
        this.action = action;
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
                if (started == finished) {
                    lead();
                } else {
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
