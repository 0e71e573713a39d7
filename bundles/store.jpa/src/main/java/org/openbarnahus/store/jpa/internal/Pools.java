// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of an open database.
 *
 * @param transactions for transactions; their commits may reach the disk later
 * @param beside for what goes on beside them, so that a transaction never waits for a connection that another one holds
 * @param syncing the only connection whose commits are on disk when they return
 */
record Pools(HikariDataSource transactions, HikariDataSource beside, HikariDataSource syncing)
        implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pools.class);
    private static final int BESIDE = 4;

    static Pools open(Dialect dialect, Settings settings, Pulse pulse) {
        DataSource relaxed = patient(dialect.dataSource(true), pulse);
        return new Pools(
                pool("openbarnahus", relaxed, settings.poolSize(), dialect, settings),
                pool("openbarnahus-beside", relaxed, BESIDE, dialect, settings),
                pool("openbarnahus-sync", patient(dialect.dataSource(false), pulse), 1, dialect, settings));
    }

    /** A pool that finds nobody waits up to five seconds before it looks again, so that it would be late when the server is back. */
    private static DataSource patient(DataSource source, Pulse pulse) {
        return new ConnectionSource(() -> {
            try {
                pulse.waitWhileAway();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLTransientConnectionException("the pool was closed while the database was away", e);
            }
            return source.getConnection();
        });
    }

    private static HikariDataSource pool(String name, DataSource source, int size, Dialect dialect, Settings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(settings.connect().toMillis());
        config.setValidationTimeout(Math.max(250, settings.connect().toMillis() / 2));
        config.setInitializationFailTimeout(-1);
        config.setExceptionOverride(new SQLExceptionOverride() {
            @java.lang.Override
            public Override adjudicate(SQLException thrown) {
                return dialect.fallen(thrown) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
            }
        });
        return new HikariDataSource(config);
    }

    /** Waits for the first connection. */
    void connect() throws SQLException {
        try (Connection first = syncing.getConnection()) {
            first.clearWarnings();
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    /** Lets go of all connections: those in use when they are given back. */
    void renew() {
        for (HikariDataSource pool : List.of(transactions, beside, syncing)) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    /**
     * Lets go of connections to a database that has closed itself; the next ones open it again. Each pool by itself: one may be
     * with the closed one while another is with the open one already, and works.
     */
    void mend(Dialect dialect) {
        for (HikariDataSource pool : List.of(transactions, beside, syncing)) {
            try (Connection connection = pool.getConnection()) {
                Sql.execute(connection, "select 1");
            } catch (SQLException e) {
                if (dialect.fallen(e)) {
                    LOG.error("the database could not write its file and has closed itself; opening it again");
                    pool.getHikariPoolMXBean().softEvictConnections();
                }
            }
        }
    }

    @Override
    public void close() {
        beside.close();
        transactions.close();
        syncing.close();
    }
}
