// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import javax.sql.DataSource;
import org.openbarnahus.core.service.store.KeyService;

/** Where the two databases differ. */
sealed interface Dialect permits H2Dialect, PostgresDialect {
    static Dialect of(Settings settings, KeyService keys) {
        if (settings.url().startsWith("jdbc:h2:")) {
            return new H2Dialect(settings, keys);
        }
        if (settings.url().startsWith("jdbc:postgresql:")) {
            return new PostgresDialect(settings);
        }
        throw new IllegalArgumentException(
                "the url of org.openbarnahus.store must start with jdbc:h2: or jdbc:postgresql:");
    }

    /**
     * Connections without a pool.
     *
     * @param relaxed whether a commit may return before it is on disk; it is there at the latest with the next strict commit
     */
    DataSource dataSource(boolean relaxed);

    /** Connections of whoever owns the tables, for migrations. */
    default DataSource owner() {
        return dataSource(false);
    }

    /**
     * Refuses a user whom the database would not bind to one house. To be called before the migrations.
     *
     * @throws IllegalArgumentException with what is to be done
     */
    default void examine() {}

    /**
     * Proves that a transaction of one house neither reads nor writes what is another's. To be called after the migrations.
     *
     * @throws IllegalArgumentException with what is to be done
     */
    default void prove() {}

    /**
     * Whether the data of these houses may lie together here.
     *
     * @param codes of the houses, {@code SE-LKP}
     */
    default boolean keepsApart(Collection<String> codes) {
        return true;
    }

    /** Says for whom the transaction that is open on the connection works, until its end. H2 has no such lock. */
    default void enter(Connection connection, Scope scope) throws SQLException {
        Together statements = new Together(manyAtOnce());
        enter(statements, scope);
        statements.run(connection);
    }

    /** As above, with the statement that follows. */
    default void enter(Together statements, Scope scope) {}

    /** Whether it is a server, which may be away, silent or slow by itself, and from which one can be cut off. */
    default boolean distant() {
        return false;
    }

    /** Looks whether somebody waits for ever, and ends that. To be called several times a second. */
    default void guard() {}

    /** Whether the error says that the database has closed itself and will stay so for those who are connected. */
    default boolean fallen(SQLException thrown) {
        return false;
    }

    /** While this is on, the database gives back the room that old writes took; reading and writing go on. */
    default void tidy(Connection connection, boolean on) throws SQLException {}

    /** Whether it takes several statements with parameters at a time. */
    default boolean manyAtOnce() {
        return false;
    }

    /**
     * Whether what a subquery found is kept as a set for all rows of a statement, however many they are. PostgreSQL asks the
     * subquery anew for every row when it expects too many for its memory; it counts fast by a join of its own.
     */
    default boolean keepsSets() {
        return false;
    }

    /** Lets statements on this connection take their time. */
    void unlimited(Connection connection) throws SQLException;

    /** Lets statements on this connection take their time, and gives rows as they are read. */
    void unhurried(Connection connection) throws SQLException;

    /** To be called after the last connection is closed. */
    default void closed() {}

    /** Folder of the migrations that only this database has. */
    String migrations();

    /** Column types by the names used in the shared migrations, and what only this database's migrations name. */
    Map<String, String> placeholders();

    /** EclipseLink's class for the database. */
    String platform();

    /** Locks the head of a chain; from then on the transaction works for the house of the chain. */
    default String lockHead() {
        return "select chain, seq, hash from audit_head where chain = ? for update";
    }

    /** Adds one to a counter row and gives back the new number, or no row when there is none yet. */
    String nextNumber();

    /** Statement that brings all commits finished before it to disk, on a connection that is not relaxed. */
    String sync();
}
