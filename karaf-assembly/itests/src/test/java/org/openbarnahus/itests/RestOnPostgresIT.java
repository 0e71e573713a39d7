// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openbarnahus.itests.Api.Answer;

/** REST on PostgreSQL, and what happens when that is gone. */
public class RestOnPostgresIT extends RestContract {
    private static final long RECOVERY_SECONDS = 60;
    private static @Nullable Postgres database;
    private static @Nullable DemoProduct product;

    @BeforeClass
    public static void start() throws Exception {
        assumeTrue("PostgreSQL is installed", Postgres.installed().isPresent());
        database = Postgres.start();
        product = DemoProduct.start("rest-postgres", database.settings());
    }

    @AfterClass
    public static void stop() throws Exception {
        if (product != null) {
            product.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    public void databaseGoneIsSaidAndHealsByItself() throws Exception {
        String body = Samples.swedishCase(6, "");
        String key = "gone-" + System.nanoTime();
        database.stop();
        Answer refused = coordinator().post("/cases", body, key);
        assertEquals(503, refused.status());
        assertEquals("STORE_UNAVAILABLE", refused.code());
        database.up();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(RECOVERY_SECONDS);
        Answer answer = refused;
        while (answer.status() == 503 && System.nanoTime() < end) {
            Thread.sleep(500);
            answer = coordinator().post("/cases", body, key);
        }
        assertEquals(answer.body().toString(), 201, answer.status());
        assertTrue(answer.body().path("version").longValue() >= 1);
    }

    @Override
    Running product() {
        return product.running();
    }

    @Override
    Api coordinator() {
        return product.coordinator();
    }
}
