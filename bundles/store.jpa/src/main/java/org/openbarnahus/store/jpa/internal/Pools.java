// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * The connections of an open database.
 *
 * @param transactions for transactions; their commits may reach the disk later
 * @param beside for what goes on beside them, so that a transaction never waits for a connection that another one holds
 * @param syncing the only connection whose commits are on disk when they return
 */
record Pools(HikariDataSource transactions, HikariDataSource beside, HikariDataSource syncing)
        implements AutoCloseable {
    private static final int BESIDE = 4;

    static Pools open(Dialect dialect, Settings settings) {
        DataSource relaxed = dialect.dataSource(true);
        return new Pools(
                pool("openbarnahus", relaxed, settings.poolSize(), settings),
                pool("openbarnahus-beside", relaxed, BESIDE, settings),
                pool("openbarnahus-sync", dialect.dataSource(false), 1, settings));
    }

    private static HikariDataSource pool(String name, DataSource source, int size, Settings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(settings.connect().toMillis());
        config.setValidationTimeout(Math.max(250, settings.connect().toMillis() / 2));
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        beside.close();
        transactions.close();
        syncing.close();
    }
}
