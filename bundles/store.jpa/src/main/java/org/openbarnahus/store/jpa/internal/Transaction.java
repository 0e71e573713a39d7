// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * An open transaction: entities and plain SQL on the same connection.
 *
 * @param dialect of the connection's database
 * @param deadline of {@link System#nanoTime()}, after which it must not commit
 */
record Transaction(EntityManager entities, Connection connection, Dialect dialect, long deadline) {
    /** Plain SQL of one step. */
    interface Step<T> {
        T run(Connection connection) throws SQLException;
    }

    EntityManager em() {
        refuseWhenLate();
        return entities;
    }

    <T> T sql(Step<T> step) {
        refuseWhenLate();
        try {
            return step.run(connection);
        } catch (SQLException e) {
            throw StoreTrouble.unavailable(e);
        }
    }

    /** Says for whom the transaction works from here on: who or what it was for is known now. */
    void enter(Scope scope) {
        sql(c -> {
            dialect.enter(c, scope);
            return scope;
        });
    }

    void refuseWhenLate() {
        if (System.nanoTime() - deadline > 0) {
            throw StoreTrouble.late("the transaction took too long");
        }
    }
}
