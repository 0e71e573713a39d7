// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.openbarnahus.core.service.store.AnswerBy;
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

    private static final long FOR_EVER = Long.MAX_VALUE / 4;
    private static final int PULSE_MILLIS = 3_000;
    /** After somebody should have been answered: with it, the wait for a connection, and a look at that one, it is still in time. */
    private static final Duration GRACE = Duration.ofMillis(1_500);

    private static final Duration LEAST_STEP = Duration.ofMillis(1_500);
    /** Of work that nobody waits for. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(20);

    private final Dialect dialect;
    private final KeyService keys;
    private final EntityManagerFactory factory;
    private final Pools pools;
    private final InHand inHand;
    private final Patience patience;
    private final Pulse pulse;
    private final Overdue overdue = new Overdue();
    private final LongAdder synced = new LongAdder();

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
        this.keys = keys;
        dialect = Dialect.of(settings, keys);
        pulse = new Pulse(dialect.distant(), this::renew);
        patience = Patience.with(dialect);
        pools = ready(settings, restore);
        inHand = new InHand(pools.transactions());
        try {
            factory = new PersistenceProvider()
                    .createContainerEntityManagerFactory(new Unit(inHand.source()), properties());
            once(factory);
        } catch (RuntimeException e) {
            pools.close();
            throw e;
        }
    }

    /** By itself EclipseLink asks a pool that had nothing for so long three times more, and looks whether it was the connection. */
    private static void once(EntityManagerFactory factory) {
        DatabaseLogin login = factory.unwrap(ServerSession.class).getLogin();
        login.setQueryRetryAttemptCount(0);
        login.setConnectionHealthValidatedOnError(false);
    }

    /** Held by one connection until the pools have some: H2 closes its file with the last one, and looks through it at the next. */
    private Pools ready(Settings settings, Optional<Restore> restore) {
        dialect.examine();
        DataSource source = dialect.owner();
        try (Connection held = source.getConnection()) {
            restore.ifPresent(each -> each.into(dialect, source));
            Migrations.run(dialect, keys, source);
            dialect.prove();
            Pools opened = Pools.open(dialect, settings, pulse);
            opened.connect();
            held.clearWarnings();
            return opened;
        } catch (SQLException e) {
            throw StoreTrouble.unavailable(e);
        }
    }

    /**
     * Opens the database again when it has closed itself: H2 does, for good, when it cannot write its file (disk full, device
     * gone). Until that succeeds every call fails in time. To be called every few seconds, by one thread.
     */
    void mend() {
        if (dialect.distant()) {
            pulse.feel(this::beat);
        } else {
            pools.mend(dialect);
        }
    }

    private void renew() {
        pools.renew();
    }

    private void beat(boolean alone) throws SQLException {
        DataSource source = alone ? dialect.dataSource(true) : pools.beside();
        try (Connection connection = source.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, PULSE_MILLIS);
            Sql.execute(connection, "select 1");
        }
    }

    Patience patience() {
        return patience;
    }

    Pulse pulse() {
        return pulse;
    }

    /** Cuts off whoever works on the connection at that moment of {@link System#nanoTime()}, until it is closed. */
    Overdue.Held until(Connection connection, long end) {
        return overdue.watch(connection, dialect.distant() ? end : System.nanoTime() + FOR_EVER);
    }

    /** To be called several times a second, by a thread that does nothing else. */
    void guard() {
        dialect.guard();
        overdue.run();
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
        return Migrations.newest(dialect, keys, dialect.owner()).getVersion();
    }

    Dialect dialect() {
        return dialect;
    }

    EntityManagerFactory factory() {
        return factory;
    }

    /** When a single step beside a transaction has to be over. */
    long stepEnd() {
        return end(LONGEST_STEP, LEAST_STEP);
    }

    /**
     * When work that somebody waits for has to be over, of {@link System#nanoTime()}.
     *
     * @param most when nobody waits
     * @param least given also to whoever has waited already; but while the database is slow nobody gets one such piece of time
     *     after the other
     * @throws StoreUnavailableException when there is no time left
     */
    long end(Duration most, Duration least) {
        long now = System.nanoTime();
        OptionalLong by = AnswerBy.nanos();
        if (by.isEmpty()) {
            return now + most.toNanos();
        }
        long left = by.getAsLong() - now;
        long granted = pulse.slow() ? Math.min(least.toNanos(), left + GRACE.toNanos()) : least.toNanos();
        long time = Math.min(most.toNanos(), Math.max(left, granted));
        if (time <= 0) {
            throw StoreTrouble.late("the database is slow");
        }
        return now + time;
    }

    /** A connection beside transactions; its commits may reach the disk only with the next strict commit. */
    Connection beside() throws SQLException {
        pulse.refuseWhileAway();
        return pools.beside().getConnection();
    }

    /** A short transaction beside the others. */
    <T> T beside(Scope scope, Transaction.Step<T> step) throws SQLException {
        long until = stepEnd();
        return patience.run(until, () -> apart(until, scope, step));
    }

    private <T> T apart(long until, Scope scope, Transaction.Step<T> step) throws SQLException {
        // the pool rolls back what was not committed
        try (Connection pooled = beside();
                Overdue.Held held = until(pooled, until)) {
            Connection connection = held.connection();
            connection.setAutoCommit(false);
            dialect.enter(connection, scope);
            T result = step.run(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            pulse.failed(e);
            throw e;
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

    /**
     * Begins a transaction, and cuts it off when it is not over at that moment of {@link System#nanoTime()}.
     *
     * @throws SQLException when there is no connection
     */
    Overdue.Held begin(EntityManager em, long end) throws SQLException {
        return until(inHand.begin(em), end);
    }

    /** A connection out of the pool of transactions. */
    Connection connection() throws SQLException {
        return pools.transactions().getConnection();
    }

    /** The only connection whose commits are on disk when they return. */
    Connection syncing() throws SQLException {
        pulse.refuseWhileAway();
        synced.increment();
        return pools.syncing().getConnection();
    }

    /** How often {@link #syncing} was asked for: each brings the database to disk once. */
    long synced() {
        return synced.sum();
    }

    @Override
    public void close() {
        pulse.end();
        patience.close();
        factory.close();
        pools.close();
        dialect.closed();
    }
}
