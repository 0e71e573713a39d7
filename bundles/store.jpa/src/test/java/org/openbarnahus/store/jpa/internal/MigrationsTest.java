// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.junit.Test;

/** An update of a large table takes longer than any statement of a person may. */
public class MigrationsTest {
    /** Less than the steps take on any machine. */
    private static final Duration NEXT_TO_NOTHING = Duration.ofMillis(1);

    private static Settings hasty(Settings usual) {
        return new Settings(
                usual.url(),
                usual.user(),
                usual.password(),
                usual.poolSize(),
                usual.connect(),
                NEXT_TO_NOTHING,
                usual.write(),
                usual.owner(),
                usual.tls(),
                usual.unlocked());
    }

    @Test
    public void stepsHaveTheTimeThatTheyTake() throws Exception {
        try (PostgresServer server = PostgresServer.startOrSkip()) {
            TestKeys keys = new TestKeys();
            Dialect dialect = Dialect.of(hasty(server.settings()), keys);
            Migrations.run(dialect, keys, dialect.owner());
            try (Connection owner = Dialect.of(server.settings(), keys).owner().getConnection()) {
                assertEquals(
                        List.of(0L), Sql.query(owner, "select count(*) from linked_identity", row -> row.getLong(1)));
            }
        }
    }
}
