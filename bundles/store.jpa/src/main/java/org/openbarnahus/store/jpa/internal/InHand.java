// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Takes a connection out of the pool and hands it to EclipseLink, which by itself would ask a pool that has none a second time:
 * for the rollback of what never began.
 */
record InHand(DataSource pool, ThreadLocal<@Nullable Connection> hand) {
    InHand(DataSource pool) {
        this(pool, new ThreadLocal<>());
    }

    /** Where EclipseLink finds it; whoever comes without gets one of the pool. */
    DataSource source() {
        return new ConnectionSource(() -> {
            Connection connection = hand.get();
            hand.remove();
            return connection == null ? pool.getConnection() : connection;
        });
    }

    /**
     * Begins a transaction.
     *
     * @return its connection, so that queries see the transaction's own rows and share its snapshot
     * @throws SQLException when there is no connection: nothing has begun
     */
    Connection begin(EntityManager em) throws SQLException {
        Connection connection = pool.getConnection();
        hand.set(connection);
        try {
            em.getTransaction().begin();
            return em.unwrap(Connection.class);
        } finally {
            if (hand.get() != null) {
                hand.remove();
                connection.close();
            }
        }
    }
}
