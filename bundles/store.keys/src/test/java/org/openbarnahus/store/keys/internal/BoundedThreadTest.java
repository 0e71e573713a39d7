// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.keys.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.Test;

public class BoundedThreadTest {
    private static final Duration LONG = Duration.ofHours(1);

    @Test(timeout = 60_000)
    public void whoeverIsInterruptedWaitsNoLongerAndStaysInterrupted() {
        CountDownLatch never = new CountDownLatch(1);
        try (BoundedThread thread = new BoundedThread("test", LONG)) {
            Thread.currentThread().interrupt();
            TimeoutException sentAway = assertThrows(
                    TimeoutException.class,
                    () -> thread.run(() -> {
                        never.await();
                        return "";
                    }));
            assertEquals("the wait was interrupted", sentAway.getMessage());
            assertTrue(Thread.interrupted());
            never.countDown();
        }
    }

    @Test(timeout = 60_000)
    public void whatTheWorkThrowsComesOutAndTheNextOneIsDone() throws Exception {
        try (BoundedThread thread = new BoundedThread("test", LONG)) {
            ExecutionException thrown = assertThrows(
                    ExecutionException.class,
                    () -> thread.run(() -> {
                        throw new IOException("so it is");
                    }));
            assertEquals("java.io.IOException: so it is", String.valueOf(thrown.getCause()));
            assertEquals("done", thread.run(() -> "done"));
        }
    }

    private static Set<Thread> ofTokens() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("openbarnahus-token"))
                .collect(Collectors.toSet());
    }

    @Test(timeout = 60_000)
    public void aTokenThatIsClosedLeavesNoThread() throws Exception {
        Set<Thread> others = ofTokens();
        Set<Thread> own;
        try (Pkcs11Token token = new Pkcs11Token(
                SoftToken.settings("b" + UUID.randomUUID().toString().substring(0, 8)))) {
            token.generate();
            own = new HashSet<>(ofTokens());
            own.removeAll(others);
            assertEquals(1, own.size());
        }
        for (Thread thread : own) {
            thread.join();
        }
    }

    @Test
    public void theSameWordsAreSaidOnce() {
        Exception innermost = new IOException("CKR_DEVICE_ERROR");
        Exception between = new IOException("cannot be read", innermost);
        assertEquals("cannot be read: CKR_DEVICE_ERROR", Pkcs11Token.words(new IOException("cannot be read", between)));
    }
}
