// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.Test;

/** Random values stay random, and come, however many ask at once (ASVS 11.5.2). */
public class RandomUnderLoadTest {
    private static final int THREADS = 64;
    private static final int EACH = 2_000;

    @Test
    public void manyAtOnceGetDifferentSecretsWithoutWaitingForEntropy() throws Exception {
        Secrets secrets = new Secrets(new Fixture().time);
        Set<String> seen = ConcurrentHashMap.newKeySet();
        Callable<Integer> draws = () -> {
            for (int i = 0; i < EACH; i++) {
                assertTrue(seen.add(secrets.text(32)));
            }
            return EACH;
        };
        long began = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Collection<Callable<Integer>> all =
                    IntStream.range(0, THREADS).mapToObj(i -> draws).toList();
            List<Future<Integer>> done = threads.invokeAll(all);
            for (Future<Integer> each : done) {
                assertEquals(EACH, each.get().intValue());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(THREADS * EACH, seen.size());
        assertTrue("a source that waits would need minutes", System.nanoTime() - began < 60_000_000_000L);
        long ones = seen.stream().mapToLong(RandomUnderLoadTest::ones).sum();
        double share = ones / (seen.size() * 256.0);
        assertTrue("half of the bits are ones: " + share, Math.abs(share - 0.5) < 0.001);
    }

    private static long ones(String secret) {
        long ones = 0;
        for (byte each : java.util.Base64.getUrlDecoder().decode(secret)) {
            ones += Integer.bitCount(each & 0xff);
        }
        return ones;
    }
}
