// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;

public class SendersTest {
    private static final String NETWORK = "192.0.2.0/24";

    /** Many at once that are refused make no place for one more. */
    @Test
    public void whoIsRefusedTakesNoPlaceAndGivesNoneBack() throws InterruptedException {
        Senders senders = new Senders();
        for (int i = 0; i < Senders.MOST; i++) {
            assertTrue(senders.enter(NETWORK));
        }
        AtomicInteger entered = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int n = 0; n < 20_000; n++) {
                    entered.addAndGet(senders.enter(NETWORK) ? 1 : 0);
                }
            }));
        }
        for (Thread each : threads) {
            each.join();
        }
        assertEquals(0, entered.get());
        assertFalse(senders.enter(NETWORK));
        senders.leave(NETWORK);
        assertTrue(senders.enter(NETWORK));
        assertFalse(senders.enter(NETWORK));
    }
}
