// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.openbarnahus.core.service.store.KeyService;

/**
 * The embedded database. By default H2 answers a commit before it is written: WRITE_DELAY=0 writes it to the file, the
 * checkpoint syncs the file. Its trace file would quote statements with their values, so there is none.
 */
record H2Dialect(Settings settings, KeyService keys, H2Watch watch) implements Dialect {
    private static final String FILE = "jdbc:h2:file:";
    private static final String OF_A_DEMONSTRATION = "-DEMO";

    /** Of H2: closed, closed by its own fault, still closing. */
    private static final Set<Integer> CLOSED = Set.of(
            ErrorCode.DATABASE_IS_CLOSED, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN, ErrorCode.DATABASE_ALREADY_OPEN_1);

    H2Dialect(Settings settings, KeyService keys) {
        this(settings, keys, new H2Watch());
    }

    H2Dialect {
        String url = settings.url().toUpperCase(Locale.ROOT) + ";";
        if (!url.contains(";WRITE_DELAY=0;") || !url.contains(";CIPHER=AES;")) {
            throw new IllegalArgumentException("an H2 url must say ;CIPHER=AES;WRITE_DELAY=0");
        }
        if (url.contains(";RETENTION_TIME=")) {
            throw new IllegalArgumentException(
                    "an H2 url must leave RETENTION_TIME alone: a crash could cost everything");
        }
    }

    /**
     * It has no policies for rows: what keeps a house apart from others is that its file and the key of that file are its own.
     * Houses of a demonstration hold invented cases.
     */
    @Override
    public boolean keepsApart(Collection<String> codes) {
        return codes.size() <= 1
                || settings.unlocked()
                || codes.stream().allMatch(code -> code.endsWith(OF_A_DEMONSTRATION));
    }

    @Override
    public void prove() {
        List<String> codes;
        try (Connection connection = dataSource(false).getConnection()) {
            codes = Sql.query(connection, "select code from service", row -> row.getString(1));
        } catch (SQLException e) {
            throw StoreTrouble.unavailable(e);
        }
        if (!keepsApart(codes)) {
            throw new IllegalArgumentException("the embedded database is for one Barnahus and holds " + codes.size()
                    + ": make a backup with the version of before and restore it into PostgreSQL");
        }
    }

    @Override
    public DataSource dataSource(boolean relaxed) {
        makeDirectory();
        JdbcDataSource source = new JdbcDataSource();
        long millis = settings.statement().toMillis();
        String url = settings.url();
        source.setURL(file().map(file -> H2Opening.url(url, FILE, file)).orElse(url)
                + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0"
                + ";QUERY_CACHE_SIZE=128;LOCK_TIMEOUT=" + millis + ";QUERY_TIMEOUT=" + millis);
        source.setUser(settings.user());
        source.setPassword(keys.secret("db-file") + " " + keys.secret("db-user"));
        return new ConnectionSource(() -> watch.see(source.getConnection()));
    }

    @Override
    public void guard() {
        watch.run();
    }

    @Override
    public boolean fallen(SQLException thrown) {
        // the pool wraps what the driver said
        return CLOSED.contains(thrown.getErrorCode())
                || (thrown.getCause() instanceof SQLException driver && CLOSED.contains(driver.getErrorCode()));
    }

    /**
     * H2 tidies its file only while commits may wait, which ours may not: each takes some 50 kB of new room, for good. So they
     * may wait for a moment. Nobody is told "saved" sooner: that waits for {@link #sync} at all times.
     */
    @Override
    public void tidy(Connection connection, boolean on) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(on ? "set write_delay 200" : "set write_delay 0");
        }
    }

    @Override
    public boolean keepsSets() {
        return true;
    }

    @Override
    public void unlimited(Connection connection) throws SQLException {
        Sql.execute(connection, "set query_timeout 0");
    }

    @Override
    public void unhurried(Connection connection) throws SQLException {
        unlimited(connection);
        Sql.execute(connection, "set lazy_query_execution 1");
    }

    @Override
    public void closed() {
        file().ifPresent(file -> {
            H2Opening.forget(file);
            file.closed();
        });
    }

    /** Empty for a database in memory, as tests have. */
    private Optional<H2File> file() {
        return path().map(path -> new H2File(path, keys.secret("db-file")));
    }

    private Optional<Path> path() {
        return settings.url().startsWith(FILE)
                ? Optional.of(Path.of(settings.url().substring(FILE.length()).replaceFirst(";.*", ""))
                        .toAbsolutePath())
                : Optional.empty();
    }

    private void makeDirectory() {
        path().ifPresent(file -> {
            try {
                Files.createDirectories(
                        file.getParent(),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } catch (IOException e) {
                throw new UncheckedIOException("the directory of the database cannot be made", e);
            }
        });
    }

    @Override
    public String migrations() {
        return "classpath:db/h2";
    }

    @Override
    public Map<String, String> placeholders() {
        return Map.of(
                "json", "json",
                "bytes", "varbinary(1048576)",
                "text", "character large object",
                "code", "varchar(32)",
                // each step commits by itself: one that is run again after a crash finds some of it done
                "unless_there", "if not exists");
    }

    @Override
    public String platform() {
        return "org.eclipse.persistence.platform.database.H2Platform";
    }

    @Override
    public String nextNumber() {
        return "select last_serial from final table (update case_number set last_serial = last_serial + 1"
                + " where service = ? and code = ? and in_year = ?)";
    }

    @Override
    public String sync() {
        return "checkpoint sync";
    }
}
