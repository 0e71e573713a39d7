// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.flywaydb.core.Flyway;
import org.openbarnahus.core.service.store.KeyService;

/**
 * An open database: migrated, with a pool for transactions and a small one for what goes on beside them (numbers, syncs, the
 * audit queue, the outbox), so that a transaction never waits for a connection that another transaction holds. The commits of
 * both may reach the disk later; {@link Transactions#sync} brings them there, many at a time.
 */
final class Database implements AutoCloseable {
    private static final int BESIDE = 4;

    private final Dialect dialect;
    private final HikariDataSource pool;
    private final HikariDataSource beside;
    private final HikariDataSource syncing;
    private final EntityManagerFactory factory;

    /**
     * Connects and migrates.
     *
     * @throws RuntimeException when the database is not there, has another key, or is newer than this program
     */
    Database(Settings settings, KeyService keys) {
        dialect = Dialect.of(settings, keys);
        dialect.recover();
        DataSource strict = dialect.dataSource(false);
        migrate(strict);
        pool = pool("openbarnahus", dialect.dataSource(true), settings.poolSize(), settings);
        syncing = pool("openbarnahus-sync", strict, 1, settings);
        beside = pool("openbarnahus-beside", dialect.dataSource(true), BESIDE, settings);
        try {
            factory = new PersistenceProvider().createContainerEntityManagerFactory(new Unit(pool), properties());
            factory.createEntityManager().close();
        } catch (RuntimeException e) {
            pool.close();
            beside.close();
            syncing.close();
            throw e;
        }
    }

    private void migrate(DataSource source) {
        try (Connection first = source.getConnection()) {
            // held open, or H2 would close and open the file for each of Flyway's connections
            first.isReadOnly();
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(source)
                    .locations("classpath:db/shared", dialect.migrations())
                    .placeholders(dialect.types())
                    .connectRetries(0)
                    .load()
                    .migrate();
        } catch (SQLException e) {
            throw StoreTrouble.unavailable(e);
        }
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

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        // by default EclipseLink gives the same session to every database of this class loader
        properties.put("eclipselink.session-name", "openbarnahus-" + UUID.randomUUID());
        properties.put("eclipselink.target-database", dialect.platform());
        properties.put("eclipselink.classloader", Database.class.getClassLoader());
        properties.put("eclipselink.weaving", "static");
        properties.put("eclipselink.jdbc.batch-writing", "JDBC");
        properties.put("eclipselink.ddl-generation", "none");
        // its messages quote statements and values
        properties.put("eclipselink.logging.level", "OFF");
        properties.put("eclipselink.logging.parameters", "false");
        return properties;
    }

    Dialect dialect() {
        return dialect;
    }

    EntityManagerFactory factory() {
        return factory;
    }

    /** A connection beside transactions; its commits may reach the disk only with the next strict commit. */
    Connection beside() throws SQLException {
        return beside.getConnection();
    }

    /** A connection out of the pool of transactions. */
    Connection connection() throws SQLException {
        return pool.getConnection();
    }

    /** The only connection whose commits are on disk when they return. */
    Connection syncing() throws SQLException {
        return syncing.getConnection();
    }

    @Override
    public void close() {
        factory.close();
        beside.close();
        pool.close();
        syncing.close();
        dialect.closed();
    }
}
