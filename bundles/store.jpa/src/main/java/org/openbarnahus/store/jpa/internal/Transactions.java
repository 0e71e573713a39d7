// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.openbarnahus.core.service.StoreUnavailableException;

/**
 * Runs work in one transaction on one connection. Ends in one of two ways: committed, and on disk when it wrote; or rolled
 * back, with an exception of the contract. The commit itself does not wait for the disk: whoever writes holds the head of an
 * audit chain until the commit, and with a wait for the disk in there a house would write one thing at a time. One sync
 * afterwards carries all that were committed meanwhile.
 */
final class Transactions {
    /** Of reads as a whole: a walk through all histories takes its time; each statement has its own limit. */
    private static final Duration UNLIMITED = Duration.ofDays(365);

    private final Database database;
    private final Duration longest;
    private final GroupSync sync;
    /** Writes that have begun and are not committed yet. */
    private final AtomicInteger writing = new AtomicInteger();

    Transactions(Database database, Duration longest) {
        this.database = database;
        this.longest = longest;
        this.sync = new GroupSync(this::checkpoint, writing::get);
    }

    /** How many times the database was brought to disk by {@link #sync}. */
    long syncs() {
        return sync.count();
    }

    <T> T read(Scope scope, Function<Transaction, T> work) {
        return run(scope, UNLIMITED, transaction -> {
            transaction.em().setFlushMode(FlushModeType.COMMIT);
            return work.apply(transaction);
        });
    }

    /** How long an ordinary write may take. */
    Duration longest() {
        return longest;
    }

    <T> T write(Scope scope, Function<Transaction, T> work) {
        return write(scope, longest, work);
    }

    <T> T write(Scope scope, Duration limit, Function<Transaction, T> work) {
        T result;
        try {
            result = counted(scope, limit, work);
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            // it may carry what another thread's write was answered, which is committed and perhaps not on disk yet
            sync();
            throw e;
        }
        sync();
        return result;
    }

    private <T> T counted(Scope scope, Duration limit, Function<Transaction, T> work) {
        writing.incrementAndGet();
        try {
            return run(scope, limit, work);
        } finally {
            writing.decrementAndGet();
        }
    }

    /** Returns when all that was committed before is on disk. */
    void sync() {
        try {
            sync.await();
        } catch (GroupSync.SyncFailedException e) {
            throw StoreTrouble.unavailable(e);
        }
    }

    private void checkpoint() {
        try (Connection connection = database.syncing()) {
            Sql.execute(connection, database.dialect().sync());
        } catch (SQLException e) {
            throw StoreTrouble.unavailable(e);
        }
    }

    private <T> T run(Scope scope, Duration limit, Function<Transaction, T> work) {
        EntityManager em = database.factory().createEntityManager();
        boolean committed = false;
        try {
            em.getTransaction().begin();
            // takes the connection now, so that queries see the transaction's own rows and share its snapshot
            Connection connection = em.unwrap(Connection.class);
            long deadline = System.nanoTime() + limit.toNanos();
            Together first = new Together(database.dialect().manyAtOnce());
            Transaction transaction =
                    new Transaction(em, connection, database.dialect(), deadline, first, new AtomicBoolean());
            if (!scope.equals(Scope.SITE)) {
                transaction.enter(scope);
            }
            T result = work.apply(transaction);
            transaction.refuseWhenLate();
            em.getTransaction().commit();
            committed = true;
            return result;
        } catch (RuntimeException e) {
            throw StoreTrouble.translate(e);
        } finally {
            end(em, committed);
        }
    }

    /** A rollback on a dead connection fails: the server has rolled back by itself then. */
    private static void end(EntityManager em, boolean committed) {
        try (em) {
            if (!committed && em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
        } catch (RuntimeException e) {
            if (committed) {
                throw StoreTrouble.translate(e);
            }
        }
    }
}
