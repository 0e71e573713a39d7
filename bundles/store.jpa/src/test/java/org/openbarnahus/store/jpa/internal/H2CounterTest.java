// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;

import java.sql.Connection;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.ServiceId;

public class H2CounterTest {
    /** Without the guard the write waits for ever. */
    @Test
    public void aTransactionTakenAwayTwiceHangsNobody() throws Exception {
        try (StoreFixture db = StoreFixture.onH2();
                var writer = Executors.newSingleThreadExecutor()) {
            ServiceId house = db.newHouse();
            for (int round = 1; round <= 3; round++) {
                CaseFile file = Samples.aCase(house, round, Samples.everyKind());
                takeAwayTwice(db);
                writer.submit(() -> db.save(file)).get(60, TimeUnit.SECONDS);
                assertEquals(Optional.of(file), db.read(house, unit -> unit.findCase(file.id())));
            }
        }
    }

    private static void takeAwayTwice(StoreFixture db) throws Exception {
        try (Connection connection = db.store().database().connection()) {
            SessionLocal session =
                    (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            MVStore store = session.getDatabase().getStore().getMvStore();
            MVStore.TxCounter counter = store.registerVersionUsage();
            store.decrementVersionUsageCounter(counter);
            store.decrementVersionUsageCounter(counter);
        }
    }
}
