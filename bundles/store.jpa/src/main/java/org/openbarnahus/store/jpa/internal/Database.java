// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.openbarnahus.core.service.store.KeyService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open database: migrated, with a pool for transactions and a small one for what goes on beside them (numbers, syncs, the
 * audit queue, the outbox), so that a transaction never waits for a connection that another transaction holds. The commits of
 * both may reach the disk later; {@link Transactions#sync} brings them there, many at a time.
 */
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Dialect dialect;
    private final Settings settings;
    private final EntityManagerFactory factory;
    private final List<Runnable> guards = new CopyOnWriteArrayList<>();
    private volatile Pools pools;

    /**
     * Connects and migrates.
     *
     * @throws RuntimeException when the database is not there, has another key, or is newer than this program
     */
    Database(Settings settings, KeyService keys) {
        this(settings, keys, Optional.empty());
    }

    /**
     * @param restore fills the database, which must be empty, before anybody sees it
     */
    Database(Settings settings, KeyService keys, Optional<Restore> restore) {
        this.settings = settings;
        dialect = Dialect.of(settings, keys);
        dialect.recover();
        dialect.examine();
        DataSource source = dialect.owner();
        restore.ifPresent(each -> each.into(dialect, source));
        Migrations.run(dialect, source);
        dialect.prove();
        pools = Pools.open(dialect, settings);
        watch();
        try {
            DataSource current = new CurrentPool(() -> pools.transactions());
            factory = new PersistenceProvider().createContainerEntityManagerFactory(new Unit(current), properties());
            factory.createEntityManager().close();
        } catch (RuntimeException e) {
            pools.close();
            throw e;
        }
    }

    /**
     * Opens the database again when it has closed itself: H2 does, for good, when it cannot write its file (disk full, device
     * gone). Until that succeeds every call fails in time. To be called every few seconds, by one thread.
     */
    void mend() {
        if (!fallen()) {
            return;
        }
        LOG.error("the database could not write its file and has closed itself; opening it again");
        pools.close();
        try {
            dialect.recover();
        } catch (RuntimeException e) {
            LOG.error("not yet: {}", e.getClass().getSimpleName());
        }
        pools = Pools.open(dialect, settings);
        watch();
    }

    /** Also the one before: somebody may still wait in it. */
    private void watch() {
        try (Connection connection = syncing()) {
            guards.add(dialect.guard(connection));
            while (guards.size() > 2) {
                guards.remove(0);
            }
        } catch (SQLException e) {
            LOG.debug("not open yet", e);
        }
    }

    /** To be called several times a second, by a thread that does nothing else. */
    void guard() {
        guards.forEach(Runnable::run);
    }

    private boolean fallen() {
        try (Connection connection = beside()) {
            Sql.execute(connection, "select 1");
            return false;
        } catch (SQLException e) {
            return dialect.fallen(e);
        }
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

    /** The version of the tables, for a backup. */
    String version() {
        return Migrations.newest(dialect, dialect.owner()).getVersion();
    }

    Dialect dialect() {
        return dialect;
    }

    EntityManagerFactory factory() {
        return factory;
    }

    /** A connection beside transactions; its commits may reach the disk only with the next strict commit. */
    Connection beside() throws SQLException {
        return pools.beside().getConnection();
    }

    /** A short transaction beside the others. */
    <T> T beside(Scope scope, Transaction.Step<T> step) throws SQLException {
        // the pool rolls back what was not committed
        try (Connection connection = beside()) {
            connection.setAutoCommit(false);
            dialect.enter(connection, scope);
            T result = step.run(connection);
            connection.commit();
            return result;
        }
    }

    /** A connection of its own that reads all houses, for as long as it takes, as of one moment; rows come as they are read. */
    Connection reading() throws SQLException {
        Connection connection = dialect.owner().getConnection();
        try {
            dialect.unhurried(connection);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            dialect.enter(connection, Scope.BACKUP);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** A connection out of the pool of transactions. */
    Connection connection() throws SQLException {
        return pools.transactions().getConnection();
    }

    /** The only connection whose commits are on disk when they return. */
    Connection syncing() throws SQLException {
        return pools.syncing().getConnection();
    }

    @Override
    public void close() {
        factory.close();
        pools.close();
        dialect.closed();
    }
}
