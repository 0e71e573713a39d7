// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * An open transaction: entities and plain SQL on the same connection.
 *
 * @param dialect of the connection's database
 * @param deadline of {@link System#nanoTime()}, after which it must not commit
 * @param first what goes before the next statement, with the same trip
 * @param ending whether the commit may be on its way: it is too late to be late
 */
record Transaction(
        EntityManager entities,
        Connection connection,
        Dialect dialect,
        long deadline,
        Together first,
        AtomicBoolean ending) {
    /** Plain SQL of one step. */
    interface Step<T> {
        T run(Connection connection) throws SQLException;
    }

    EntityManager em() {
        catchUp();
        return entities;
    }

    <T> T sql(Step<T> step) {
        catchUp();
        try {
            return step.run(connection);
        } catch (SQLException e) {
            throw StoreTrouble.unavailable(e);
        }
    }

    /** Says for whom the transaction works from here on: who or what it was for is known now. */
    void enter(Scope scope) {
        dialect.enter(first, scope);
    }

    /** One query, with the same trip as whatever goes before it. */
    <T> List<T> query(Sql.Row<T> row, String sql, @Nullable Object... parameters) {
        refuseWhenLate();
        first.add(sql, parameters);
        try {
            return first.query(connection, row);
        } catch (SQLException e) {
            throw StoreTrouble.unavailable(e);
        }
    }

    private void catchUp() {
        refuseWhenLate();
        try {
            first.run(connection);
        } catch (SQLException e) {
            throw StoreTrouble.unavailable(e);
        }
    }

    /** The last look at the time before the commit. */
    void end() {
        refuseWhenLate();
        ending.set(true);
    }

    void refuseWhenLate() {
        if (!ending.get() && System.nanoTime() - deadline > 0) {
            throw StoreTrouble.late("the transaction took too long");
        }
    }
}
