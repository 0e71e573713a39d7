// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.StoreUnavailableException;

public class AuditQueueTest {
    private static final ServiceId HOUSE = new ServiceId(new UUID(1, 1));
    private final List<AuditEntry> written = new CopyOnWriteArrayList<>();

    private static List<AuditEntry> entries(int count) {
        List<AuditEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(Samples.audit(HOUSE, String.valueOf(i)));
        }
        return entries;
    }

    @Test
    public void whatWaitsIsWrittenAtTheEnd() {
        List<AuditEntry> entries = entries(2_345);
        AuditQueue queue = new AuditQueue(written::addAll, 10_000);
        entries.forEach(queue::add);
        queue.close();

        assertEquals(entries, written);
    }

    @Test
    public void aFailingDatabaseGetsTheSameEntriesAgainInOrder() {
        AtomicInteger attempts = new AtomicInteger();
        AuditQueue queue = new AuditQueue(
                batch -> {
                    if (attempts.incrementAndGet() <= 2) {
                        throw new StoreUnavailableException("gone", new Exception());
                    }
                    written.addAll(batch);
                },
                10_000);
        List<AuditEntry> entries = entries(20);
        entries.forEach(queue::add);
        StoreFixture.until(() -> written.size() == 20);
        queue.close();

        assertEquals(entries, written);
        assertTrue(attempts.get() >= 3);
    }

    @Test
    public void aFullQueueHoldsReadersBackUntilThereIsRoom() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        AuditQueue queue = new AuditQueue(
                batch -> {
                    await(goOn);
                    written.addAll(batch);
                },
                10);
        entries(10).forEach(queue::add);
        Thread reader = Thread.ofPlatform().start(() -> queue.add(Samples.audit(HOUSE, "late")));
        StoreFixture.until(() -> reader.getState() == Thread.State.TIMED_WAITING);
        goOn.countDown();
        reader.join();
        queue.close();

        assertEquals(11, written.size());
        assertEquals("late", written.get(10).objectId());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
