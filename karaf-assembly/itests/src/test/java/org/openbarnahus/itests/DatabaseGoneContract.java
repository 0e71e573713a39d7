// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;

/** A database server that goes away and comes back. */
public class DatabaseGoneContract {
    private static final Duration RECOVERY = Duration.ofSeconds(60);
    private static final Duration PROMISED = Duration.ofSeconds(10);

    private final Api coordinator = SharedProduct.product().as("coordinator", "SE-DEMO");
    private final Postgres database = SharedProduct.database();

    @Test
    public void databaseGoneIsSaidSoonAndHealsByItself() throws Exception {
        String body = Samples.swedishCase(6, "");
        String key = "gone-" + System.nanoTime();
        long before = total();
        database.stop();
        long asked = System.nanoTime();
        Answer refused = coordinator.post("/cases", body, key);
        Duration waited = Duration.ofNanos(System.nanoTime() - asked);
        Answer unread = coordinator.get("/cases?limit=1");
        database.up();
        assertEquals(503, unread.status());
        assertEquals("STORE_UNREADABLE", unread.code());
        assertEquals(503, refused.status());
        assertEquals("STORE_UNAVAILABLE", refused.code());
        assertTrue(waited.toString(), waited.compareTo(PROMISED) < 0);
        Answer answer = Samples.await(RECOVERY, () -> coordinator.post("/cases", body, key), a -> a.status() != 503);
        assertEquals(answer.body().toString(), 201, answer.status());
        assertEquals(before + 1, total());
    }

    private long total() throws Exception {
        return coordinator.get("/cases?limit=1").body().path("total").longValue();
    }
}
