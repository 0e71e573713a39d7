// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.security;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class BucketsTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    public void aFullBucketGivesItsBurstAndThenAsMuchAsFlowsIn() {
        Buckets buckets = new Buckets(10, 100);
        for (int i = 0; i < 100; i++) {
            assertEquals(0, buckets.take("anna", 0));
        }
        assertEquals(1, buckets.take("anna", 0));
        assertEquals("everybody has one", 0, buckets.take("otto", 0));
        int taken = 0;
        for (int i = 0; i < 50; i++) {
            taken += buckets.take("anna", SECOND) == 0 ? 1 : 0;
        }
        assertEquals(10, taken);
        for (int i = 0; i < 100; i++) {
            assertEquals("never more than a full one", 0, buckets.take("anna", 1_000 * SECOND));
        }
        assertTrue(buckets.take("anna", 1_000 * SECOND) > 0);
    }

    @Test
    public void manyKeysTakeNoMoreThanTheirRoom() {
        Buckets buckets = new Buckets(1, 1);
        for (int i = 0; i < 3 * Buckets.MOST; i++) {
            buckets.take("key " + i, 0);
        }
        assertEquals(Buckets.MOST, buckets.size());
    }
}
