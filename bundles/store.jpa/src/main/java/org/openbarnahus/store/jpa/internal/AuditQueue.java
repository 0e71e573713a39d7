// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.AnswerBy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Audit entries of reads on their way to the database: in order, in batches, within 200 ms. While the database fails they
 * wait; when the queue is full, whoever reads waits too and in the end is refused: no read goes unrecorded.
 */
final class AuditQueue implements AutoCloseable {
    /** Writes a batch in one transaction, or throws. */
    interface Sink {
        void write(List<AuditEntry> entries);
    }

    private static final Logger LOG = LoggerFactory.getLogger(AuditQueue.class);
    private static final int BATCH = 500;
    private static final long LINGER_MILLIS = 100;
    private static final long RETRY_MILLIS = 1_000;
    private static final long PATIENCE_MILLIS = 8_000;
    private static final long FAREWELL_MILLIS = 10_000;

    private final Sink sink;
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Deque<AuditEntry> waiting = new ArrayDeque<>();

    private final Condition changed = lock.newCondition();
    private final Thread writer;

    @GuardedBy("lock")
    private boolean closing;

    @GuardedBy("lock")
    private int writing;

    AuditQueue(Sink sink, int capacity) {
        this.sink = sink;
        this.capacity = capacity;
        writer = Thread.ofPlatform().name("openbarnahus-audit").daemon().start(this::run);
    }

    /**
     * @throws StoreUnavailableException when the queue stays full
     */
    void add(AuditEntry entry) {
        lock.lock();
        try {
            long left = patience();
            while (waiting.size() + writing >= capacity && !closing && left > 0) {
                left = await(left);
            }
            if (closing || waiting.size() + writing >= capacity) {
                throw StoreTrouble.late("the audit trail cannot be written");
            }
            waiting.add(entry);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Less when somebody has waited already. */
    private static long patience() {
        long longest = TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        OptionalLong by = AnswerBy.nanos();
        return by.isEmpty() ? longest : Math.clamp(by.getAsLong() - System.nanoTime(), 0, longest);
    }

    private void run() {
        List<AuditEntry> batch = take();
        while (!batch.isEmpty()) {
            if (write(batch)) {
                done();
                batch = take();
            } else if (pause()) {
                LOG.error("{} audit entries could not be written before the end", batch.size() + size());
                return;
            }
        }
    }

    private boolean write(List<AuditEntry> batch) {
        try {
            sink.write(batch);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("{} audit entries wait: {}", batch.size() + size(), e.getMessage());
            return false;
        }
    }

    /** Waits for entries and a moment longer for more; empty at the end. */
    private List<AuditEntry> take() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closing) {
                changed.awaitUninterruptibly();
            }
            long left = TimeUnit.MILLISECONDS.toNanos(LINGER_MILLIS);
            while (waiting.size() < BATCH && !closing && left > 0) {
                left = await(left);
            }
            List<AuditEntry> batch = new ArrayList<>();
            while (batch.size() < BATCH && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
            writing = batch.size();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void done() {
        lock.lock();
        try {
            writing = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits before the next attempt; true when it was the last. */
    private boolean pause() {
        lock.lock();
        try {
            boolean last = closing;
            long left = TimeUnit.MILLISECONDS.toNanos(RETRY_MILLIS);
            while (left > 0 && !closing) {
                left = await(left);
            }
            return last;
        } finally {
            lock.unlock();
        }
    }

    /** An interrupt does not end the wait: entries must not be lost to it. */
    @SuppressWarnings("WaitNotInLoop") // its callers loop
    private long await(long nanos) {
        try {
            return changed.awaitNanos(nanos);
        } catch (InterruptedException e) {
            return nanos / 2;
        }
    }

    private int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Writes what waits, for ten seconds at most. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            writer.join(FAREWELL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
