// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.openbarnahus.core.model.id.ServiceId;

/**
 * How many cases match a filter, remembered until the tenant's next write, and two seconds at most: another node on the same
 * database may write too. Counting costs more than a page.
 */
final class CaseTotals {
    private static final int REMEMBERED = 256;
    private static final long LIFE = Duration.ofSeconds(2).toNanos();

    /** A filter as the statement and its parameters. */
    record Filter(ServiceId tenant, String where, List<Object> parameters) {}

    private record Total(long count, long writes, long at) {}

    private final ConcurrentMap<ServiceId, AtomicLong> writes = new ConcurrentHashMap<>();
    private final Map<Filter, Total> totals = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Filter, Total> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Writes of the tenant so far; taken before its transaction reads. */
    long writes(ServiceId tenant) {
        return counter(tenant).get();
    }

    /** To be told after each commit. */
    void written(ServiceId tenant) {
        counter(tenant).incrementAndGet();
    }

    OptionalLong find(Filter filter) {
        synchronized (totals) {
            Total total = totals.get(filter);
            return total == null || total.writes != writes(filter.tenant) || System.nanoTime() - total.at > LIFE
                    ? OptionalLong.empty()
                    : OptionalLong.of(total.count);
        }
    }

    void remember(Filter filter, long count, long writesBefore) {
        synchronized (totals) {
            totals.put(filter, new Total(count, writesBefore, System.nanoTime()));
        }
    }

    private AtomicLong counter(ServiceId tenant) {
        return writes.computeIfAbsent(tenant, t -> new AtomicLong());
    }
}
