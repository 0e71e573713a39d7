// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.openbarnahus.core.service.store.KeyService;

/** Brings the tables to a version. */
final class Migrations {
    private static final String SHARED = "classpath:db/shared";

    private Migrations() {}

    /** To the newest one. */
    static void run(Dialect dialect, KeyService keys, DataSource source) {
        run(dialect, keys, source, MigrationVersion.LATEST);
    }

    /** To that of a backup, so that it finds the tables it was made from. */
    static void run(Dialect dialect, KeyService keys, DataSource source, String version) {
        run(dialect, keys, source, MigrationVersion.fromVersion(version));
    }

    private static void run(Dialect dialect, KeyService keys, DataSource source, MigrationVersion target) {
        configuration(dialect, keys, source).target(target).load().migrate();
    }

    private static FluentConfiguration configuration(Dialect dialect, KeyService keys, DataSource source) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(unlimited(dialect, source))
                .locations(SHARED, dialect.migrations())
                .javaMigrations(new IdentitiesSealed(dialect, keys), new AccountsSealed(dialect, keys))
                .placeholders(dialect.placeholders())
                .connectRetries(0);
    }

    /** What changes a large table takes longer than any statement of a person may. */
    private static DataSource unlimited(Dialect dialect, DataSource source) {
        return new ConnectionSource(() -> {
            Connection connection = source.getConnection();
            try {
                dialect.unlimited(connection);
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        });
    }

    /**
     * The newest version of the tables that the program knows, and that an open database has. Migrations of one database alone
     * do not count: they change no column.
     */
    static MigrationVersion newest(Dialect dialect, KeyService keys, DataSource source) {
        return Stream.of(configuration(dialect, keys, source)
                        .locations(SHARED)
                        .load()
                        .info()
                        .all())
                .filter(migration -> migration.getState().isResolved())
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .orElseThrow();
    }
}
