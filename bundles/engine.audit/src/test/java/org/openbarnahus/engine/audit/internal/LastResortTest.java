// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.After;
import org.junit.Test;

public class LastResortTest {
    private static final String SECRET = "Lisa was at school";

    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final LastResort last = new LastResort(log::add);

    @After
    public void back() {
        last.stop();
        assertEquals(before, Thread.getDefaultUncaughtExceptionHandler());
    }

    private String said(Throwable failure) throws InterruptedException {
        Thread thread = Thread.ofPlatform().name("some-work").start(() -> sneak(failure));
        thread.join();
        return log.getLast();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }

    @Test
    public void whatNobodyCatchesIsOneLineWithoutItsMessage() throws InterruptedException {
        Throwable failure = new IllegalStateException(SECRET, new IOException(SECRET));
        for (Throwable each : List.of(failure, new StackOverflowError(SECRET), new LinkageError(SECRET))) {
            String line = said(each);
            assertTrue(
                    line,
                    line.startsWith(
                            "thread some-work ended by " + each.getClass().getName()));
            assertTrue(line, line.contains("LastResortTest.whatNobodyCatches"));
            assertFalse(line, line.contains("Lisa") || line.contains("\n"));
        }
        assertEquals(3, log.size());
        assertTrue(log.getFirst(), log.getFirst().contains("IllegalStateException by java.io.IOException at "));
    }

    @Test
    public void aRingOfCausesComesToAnEnd() throws InterruptedException {
        Exception first = new IllegalStateException(SECRET);
        Exception second = new IOException(SECRET, first);
        first.initCause(second);
        assertTrue(said(first).length() < 5_000);
    }
}
