// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of production. */
record PostgresDialect(Settings settings) implements Dialect {
    /** Of one answer of a server that is there. */
    private static final Duration UNHURRIED = Duration.ofMinutes(10);

    @Override
    public DataSource dataSource(boolean relaxed) {
        long millis = settings.statement().toMillis();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(settings.url());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        // lets texts go into jsonb and uuid columns
        source.setStringType("unspecified");
        // rows of one statement in one go: audit entries, activities
        source.setReWriteBatchedInserts(true);
        source.setApplicationName("openbarnahus");
        source.setTcpKeepAlive(true);
        source.setConnectTimeout((int) settings.connect().toSeconds());
        source.setLoginTimeout((int) settings.connect().toSeconds());
        // a server that is there but silent: a little later than the server's own limit
        source.setSocketTimeout((int) settings.statement().toSeconds() + 1);
        source.setOptions("-c statement_timeout=" + millis + " -c lock_timeout=" + millis
                + " -c idle_in_transaction_session_timeout=60000 -c synchronous_commit=" + (relaxed ? "off" : "on"));
        return source;
    }

    @Override
    public void unhurried(Connection connection) throws SQLException {
        Sql.execute(connection, "set statement_timeout = 0");
        connection.setNetworkTimeout(Runnable::run, (int) UNHURRIED.toMillis());
    }

    @Override
    public String migrations() {
        return "classpath:db/postgresql";
    }

    @Override
    public Map<String, String> types() {
        return Map.of("json", "jsonb", "bytes", "bytea", "text", "text", "code", "varchar(32) collate \"C\"");
    }

    @Override
    public String platform() {
        return "org.eclipse.persistence.platform.database.PostgreSQLPlatform";
    }

    @Override
    public String nextNumber() {
        return "update case_number set last_serial = last_serial + 1 where service = ? and code = ? and in_year = ?"
                + " returning last_serial";
    }

    @Override
    public String sync() {
        // a commit of its own with something in the log: what was committed before stands earlier in the same log
        return "select pg_logical_emit_message(true, 'openbarnahus', '')";
    }
}
