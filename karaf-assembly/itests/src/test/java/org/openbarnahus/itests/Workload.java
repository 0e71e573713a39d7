// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.itests.Ledger.Write;

/**
 * People of two houses who go on making cases whatever happens, and repeat what was not acknowledged. Keeps how long the longest
 * had to wait.
 */
final class Workload implements AutoCloseable {
    private static final int THREADS_EACH = 4;
    private static final long BREATH_MILLIS = 20;
    private static final long PAUSE_MILLIS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<Demo.User, Api> crew = new HashMap<>();
    private final Ledger ledger;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> writers = new ArrayList<>();
    private final AtomicLong longest = new AtomicLong();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean enough;

    /** All that anybody has written to the product is in the ledger. */
    Workload(DemoProduct product, Ledger ledger) {
        this.ledger = ledger;
        for (String house : List.of("SE-DEMO", "NO-DEMO")) {
            Api api = product.as("coordinator", house);
            crew.put(product.named(house.substring(0, 2).toLowerCase(Locale.ROOT) + "-coordinator"), api);
        }
    }

    /** Returns when some of what they write was acknowledged. */
    Workload begin() throws Exception {
        crew.forEach((user, api) -> {
            for (int thread = 0; thread < THREADS_EACH; thread++) {
                writers.add(threads.submit(() -> write(user, api)));
            }
        });
        awaitWritten(20);
        return this;
    }

    private @Nullable Object write(Demo.User user, Api api) throws Exception {
        Write write = next(user);
        while (!enough) {
            long begun = System.nanoTime();
            boolean done = ledger.send(api, write);
            longest.accumulateAndGet(System.nanoTime() - begun, Math::max);
            if (done) {
                write = next(user);
            } else {
                refused.incrementAndGet();
            }
            Thread.sleep(done ? BREATH_MILLIS : PAUSE_MILLIS);
        }
        return null;
    }

    private static Write next(Demo.User user) {
        String body = user.service().startsWith("SE") ? Samples.swedishCase(9, "") : Samples.norwegianCase(9);
        return Write.of(user, "/cases", Samples.withTimeline(body));
    }

    /** Of writes that were answered since this was asked last; those under way are not among them. */
    Duration longest() {
        return Duration.ofNanos(longest.getAndSet(0));
    }

    /** Since this was asked last. */
    int refused() {
        return refused.getAndSet(0);
    }

    /** Waits until so many more were acknowledged. */
    void awaitWritten(int more) throws Exception {
        int wanted = ledger.size() + more;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (ledger.size() < wanted) {
            if (System.nanoTime() > end || writers.stream().allMatch(Future::isDone)) {
                throw new AssertionError("only " + ledger.size() + " of " + wanted + " written; last refusal "
                        + ledger.lastRefusal() + "; " + died());
            }
            Thread.sleep(10);
        }
    }

    private String died() throws InterruptedException {
        for (Future<?> writer : writers) {
            try {
                if (writer.isDone()) {
                    writer.get();
                }
            } catch (ExecutionException e) {
                return String.valueOf(e.getCause());
            }
        }
        return "all alive";
    }

    /** They stop, ask again what was never acknowledged, and find exactly what was, each once. */
    void settle() throws Exception {
        enough = true;
        for (Future<?> writer : writers) {
            writer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        for (Map.Entry<Demo.User, Api> member : crew.entrySet()) {
            Demo.User user = member.getKey();
            for (Write write : ledger.unanswered(user)) {
                awaitDone(member.getValue(), write);
            }
            List<String> found = Ledger.found(member.getValue(), "/cases");
            assertEquals("listed twice", found.size(), new TreeSet<>(found).size());
            assertEquals(user.service(), ledger.at(user.service(), "/cases"), new TreeSet<>(found));
        }
    }

    private void awaitDone(Api api, Write write) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ledger.send(api, write)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("still " + ledger.lastRefusal());
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    @Override
    public void close() {
        enough = true;
        threads.shutdown();
    }
}
