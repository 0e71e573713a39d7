// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.store.AccountRequestStore;
import org.openbarnahus.core.service.store.AccountUseStore;
import org.openbarnahus.core.service.store.AuditSigner;
import org.openbarnahus.core.service.store.AuditStore;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.KeyService;
import org.openbarnahus.core.service.store.OutboxListener;
import org.openbarnahus.core.service.store.OutsideIdentityStore;
import org.openbarnahus.core.service.store.RetentionStore;
import org.openbarnahus.core.service.store.SignInStore;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store at work: an open database with everything that runs on it. Needs no OSGi, so tests and benchmarks use it too. */
final class OpenStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenStore.class);
    private static final Duration REQUESTS_KEPT = Duration.ofHours(24);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);
    private static final Duration TIDYING = Duration.ofSeconds(20);
    private static final int LOOK_SECONDS = 2;
    private static final int GUARD_MILLIS = 250;
    private static final int MAKE_UP_SECONDS = 30;
    private static final int FAREWELL_SECONDS = 10;
    private static final int AUDIT_CAPACITY = 10_000;

    private final Database database;
    private final Transactions transactions;
    private final AuditChain chain;
    private final AuditQueue audit;
    private final OutboxPublisher publisher;
    private final ScheduledExecutorService purger;
    private final ScheduledExecutorService mender;
    private final TimeSource time;
    private final CaseTotals totals = new CaseTotals();
    private final JpaTenantStore tenants;
    private final JpaSiteStore site;
    private final JpaAuditStore trail;
    private final JpaSignInStore signIns;
    private final JpaAccountUseStore uses;
    private final JpaAccountRequestStore requests;
    private final JpaOutsideIdentityStore outside;

    /**
     * Connects, migrates and begins to publish.
     *
     * @throws RuntimeException when the database cannot be opened; nothing is left running then
     */
    OpenStore(Settings settings, KeyService keys, TimeSource time, Supplier<List<OutboxListener>> listeners) {
        this(settings, keys, time, listeners, Optional.empty());
    }

    /**
     * @param restore fills the database, which must be empty, before anything runs on it
     */
    OpenStore(
            Settings settings,
            KeyService keys,
            TimeSource time,
            Supplier<List<OutboxListener>> listeners,
            Optional<Restore> restore) {
        this.time = time;
        database = new Database(settings, keys, restore);
        transactions = new Transactions(database, settings.write());
        chain = new AuditChain(database);
        audit = new AuditQueue(this::write, AUDIT_CAPACITY);
        publisher = new OutboxPublisher(database, listeners);
        transactions.whenLeftAlone(publisher::wake);
        tenants = new JpaTenantStore(transactions, Rooms.of(database, keys, totals), chain, totals, publisher::wake);
        Seals seals = new Seals(keys, audit, time);
        site = new JpaSiteStore(database, transactions, seals, chain, audit);
        trail = new JpaAuditStore(transactions, chain, new AlertRows(new TextCipher(keys)));
        signIns = new JpaSignInStore(transactions, seals, chain);
        uses = new JpaAccountUseStore(transactions, keys, chain);
        requests = new JpaAccountRequestStore(transactions, chain);
        outside = new JpaOutsideIdentityStore(transactions, seals, chain);
        purger = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("openbarnahus-purge").daemon().factory());
        purger.scheduleWithFixedDelay(this::purge, 60, 3600, SECONDS);
        // two threads: whoever looks whether the database is open may wait for ever without the guard
        mender = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().name("openbarnahus-mender").daemon().factory());
        mender.scheduleWithFixedDelay(this::mend, LOOK_SECONDS, LOOK_SECONDS, SECONDS);
        mender.scheduleWithFixedDelay(this::guard, GUARD_MILLIS, GUARD_MILLIS, MILLISECONDS);
        purger.scheduleAtFixedRate(
                () -> tidy(true), TIDY_EVERY.dividedBy(2).toSeconds(), TIDY_EVERY.toSeconds(), SECONDS);
        purger.scheduleAtFixedRate(
                () -> tidy(false), TIDY_EVERY.dividedBy(2).plus(TIDYING).toSeconds(), TIDY_EVERY.toSeconds(), SECONDS);
    }

    TimeSource time() {
        return time;
    }

    TenantStore tenants() {
        return tenants;
    }

    SiteStore site() {
        return site;
    }

    AuditStore trail() {
        return trail;
    }

    SignInStore signIns() {
        return signIns;
    }

    AccountUseStore uses() {
        return uses;
    }

    AccountRequestStore requests() {
        return requests;
    }

    OutsideIdentityStore outside() {
        return outside;
    }

    /**
     * Erasures, with all that an older backup has brought back erased anew.
     *
     * @param list the file of certificates beside the database
     */
    Erasures erasures(AuditSigner signer, Path list) {
        var certificates = new ErasureCertificate(signer);
        var store = new JpaErasureStore(
                new AuditedSql(transactions, chain, Scope.SITE),
                totals,
                publisher::wake,
                certificates,
                new ErasedList(list, certificates));
        purger.scheduleWithFixedDelay(() -> makeUp(store), MAKE_UP_SECONDS, MAKE_UP_SECONDS, SECONDS);
        return new Erasures(store, store.together(houses(), each -> Erasures.anew(each, time.now())));
    }

    /** What should not be kept any longer, and what must be all the same. */
    RetentionStore retention(KeyService keys) {
        return new JpaRetentionStore(new AuditedSql(transactions, chain, Scope.SITE), new HoldRows(keys));
    }

    /** Does nothing until it is told to. */
    KeyRotations rotations(KeyService keys) {
        return new KeyRotations(new AuditedSql(transactions, chain, Scope.SITE), keys, time, this::houses);
    }

    private List<ServiceId> houses() {
        return site.services().stream().map(BarnahusRecord::id).toList();
    }

    EntityManagerFactory factory() {
        return database.factory();
    }

    /** Syncs so far, for tests and benchmarks. */
    long syncs() {
        return transactions.syncs();
    }

    /** Makes the next list count again, for benchmarks. */
    void forgetTotals(ServiceId house) {
        totals.written(house);
    }

    Database database() {
        return database;
    }

    /** To be called when a listener has come: events wait while there is none. */
    void publish() {
        publisher.wake();
    }

    private void write(List<AuditEntry> entries) {
        transactions.write(
                Scope.SITE,
                t -> t.sql(connection -> {
                    chain.append(connection, entries);
                    return entries;
                }));
    }

    /** Forgets request keys after a day and tokens after their end. */
    void purge() {
        try {
            database.beside(Scope.PURGE, connection -> {
                Requests.purge(connection, time.now().minus(REQUESTS_KEPT), time.now());
                SignInRows.purge(connection, time.now());
                return connection;
            });
        } catch (SQLException | RuntimeException e) {
            LOG.warn("old request keys stay for another hour: {}", e.getClass().getSimpleName());
        }
    }

    private static void makeUp(JpaErasureStore erasures) {
        try {
            erasures.makeUp();
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "the list of erased cases could not be made up for: {}",
                    e.getClass().getName());
        }
    }

    /** What leaves this would end the rounds for good, and the database would never be opened again. */
    void mend() {
        try {
            database.mend();
        } catch (RuntimeException | Error e) {
            LOG.error("the database could not be looked after: {}", e.getClass().getName());
        }
    }

    private void guard() {
        try {
            database.guard();
        } catch (RuntimeException | Error e) {
            LOG.error("the database could not be watched: {}", e.getClass().getName());
        }
    }

    /** See {@link Dialect#tidy}. */
    void tidy(boolean on) {
        try (Connection connection = database.beside()) {
            database.dialect().tidy(connection, on);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("the database is tidied an hour later: {}", e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        purger.shutdown();
        end(mender);
        publisher.close();
        audit.close();
        database.close();
    }

    /** It must not open a database that is about to be closed. */
    private static void end(ScheduledExecutorService service) {
        service.shutdown();
        try {
            service.awaitTermination(FAREWELL_SECONDS, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
