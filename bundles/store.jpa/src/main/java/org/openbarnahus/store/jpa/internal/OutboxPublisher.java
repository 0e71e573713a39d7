// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.OutboxListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events to listeners on one thread, in order, at least once; begins with those left from the last run. A listener that
 * meets a failing database gets the event again; one that fails otherwise has had it, and the next event comes. While
 * nobody listens, events wait.
 */
final class OutboxPublisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxPublisher.class);
    private static final int BATCH = 200;
    /** Gathers what is committed at about the same time. */
    private static final long LINGER_MILLIS = 10;

    private static final long RETRY_MILLIS = 1_000;
    private static final long FAREWELL_MILLIS = 10_000;

    private final Database database;
    private final Supplier<List<OutboxListener>> listeners;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread;

    @GuardedBy("lock")
    private boolean news = true;

    @GuardedBy("lock")
    private boolean closing;

    OutboxPublisher(Database database, Supplier<List<OutboxListener>> listeners) {
        this.database = database;
        this.listeners = listeners;
        thread = Thread.ofPlatform().name("openbarnahus-outbox").daemon().start(this::run);
    }

    /** Something was committed. */
    void wake() {
        lock.lock();
        try {
            news = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        while (awaitNews()) {
            try {
                boolean more = true;
                while (more && !isClosing()) {
                    more = publishBatch();
                }
            } catch (SQLException | StoreUnavailableException e) {
                LOG.warn("events wait for the database: {}", e.getClass().getSimpleName());
                pause(RETRY_MILLIS);
                wake();
            } catch (RuntimeException e) {
                LOG.error("events could not be published", e);
                pause(RETRY_MILLIS);
                wake();
            }
        }
    }

    /** Whether there may be more. Who listens may have gone since the last event: the others stay then, and go out with the next. */
    private boolean publishBatch() throws SQLException {
        if (listeners.get().isEmpty()) {
            return false;
        }
        List<Outbox.Waiting> batch = database.beside(Scope.OUTBOX, c -> Outbox.oldest(c, BATCH));
        int had = 0;
        while (had < batch.size() && publish(batch.get(had))) {
            had++;
        }
        List<Outbox.Waiting> done = batch.subList(0, had);
        if (!done.isEmpty()) {
            database.beside(Scope.OUTBOX, c -> Outbox.delete(c, done));
        }
        return had == BATCH;
    }

    /** Whether somebody listened. */
    private boolean publish(Outbox.Waiting waiting) {
        List<OutboxListener> present = listeners.get();
        for (OutboxListener listener : present) {
            try {
                listener.happened(waiting.event());
            } catch (StoreUnavailableException e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.error(
                        "{} failed at {} of {}",
                        listener.getClass().getName(),
                        waiting.event().topic(),
                        waiting.event().objectId(),
                        e);
            }
        }
        return !present.isEmpty();
    }

    private boolean awaitNews() {
        lock.lock();
        try {
            while (!news && !closing) {
                changed.awaitUninterruptibly();
            }
            news = false;
            if (closing) {
                return false;
            }
        } finally {
            lock.unlock();
        }
        pause(LINGER_MILLIS);
        return true;
    }

    private void pause(long millis) {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (left > 0 && !closing) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            LOG.debug("the publisher goes on");
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }

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
            thread.join(FAREWELL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
