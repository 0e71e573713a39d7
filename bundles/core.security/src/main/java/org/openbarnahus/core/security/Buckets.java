// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.security;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Token buckets by key, in memory: each request takes a token, and so many come back a second. Holds the {@value #MOST} keys
 * that came last; whoever is forgotten begins with a full bucket.
 */
public final class Buckets {
    static final int MOST = 10_000;
    private static final double SECOND = 1e9;

    private final double refill;
    private final double burst;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param refill tokens a second
     * @param burst tokens of a full bucket
     */
    public Buckets(double refill, double burst) {
        this.refill = refill;
        this.burst = burst;
    }

    private record Bucket(double tokens, long at) {}

    /**
     * @param now nanoseconds of a clock that only goes forward
     * @return whole seconds until there is a token; 0 when one was taken
     */
    public synchronized int take(String key, long now) {
        Bucket before = buckets.getOrDefault(key, new Bucket(burst, now));
        double tokens = Math.min(burst, before.tokens + Math.max(0, now - before.at) / SECOND * refill);
        boolean enough = tokens >= 1;
        buckets.put(key, new Bucket(enough ? tokens - 1 : tokens, now));
        if (buckets.size() > MOST) {
            Iterator<String> eldest = buckets.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
        return enough ? 0 : (int) Math.max(1, Math.ceil((1 - tokens) / refill));
    }

    synchronized int size() {
        return buckets.size();
    }
}
