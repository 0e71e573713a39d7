// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One thread for what may never return, because native code cannot be interrupted. Whoever waits is sent away in time; while the
 * thread hangs all others are sent away at once, and no second thread joins it. It goes on by itself when the call returns.
 */
final class BoundedThread implements AutoCloseable {
    private final ExecutorService thread;
    private final Duration limit;
    private volatile boolean hangs;

    BoundedThread(String name, Duration limit) {
        this.limit = limit;
        thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /**
     * @throws TimeoutException when there was no result in time
     * @throws ExecutionException with what the work has thrown
     */
    <T> T run(Callable<T> work) throws TimeoutException, ExecutionException {
        if (hangs) {
            throw new TimeoutException("it has not come back from an earlier call");
        }
        Future<T> result = thread.submit(() -> {
            hangs = false;
            return work.call();
        });
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // what had not begun never does
            result.cancel(false);
            hangs = true;
            // runs when the thread is back
            thread.execute(() -> hangs = false);
            throw new TimeoutException("no answer within " + limit.toSeconds() + " s");
        } catch (InterruptedException e) {
            result.cancel(false);
            Thread.currentThread().interrupt();
            throw new TimeoutException("the wait was interrupted");
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
