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
    /** So much time has whatever begins, however long the request has taken before: where all is well it is plenty. */
    private static final Duration LEAST = Duration.ofSeconds(2);

    /** In nanoseconds. */
    private static final long LAST_MOMENT = 500_000_000;

    private final Database database;
    private final Duration longest;
    private final GroupSync sync;
    /** Writes that have begun and are not committed yet. */
    private final AtomicInteger writing = new AtomicInteger();

    private volatile Runnable leftAlone = () -> {};

    Transactions(Database database, Duration longest) {
        this.database = database;
        this.longest = longest;
        this.sync = new GroupSync(this::checkpoint, writing::get);
    }

    /** What runs when a commit that nobody waited for any more has ended, one way or the other. */
    void whenLeftAlone(Runnable afterwards) {
        leftAlone = afterwards;
    }

    /** How many times the database was brought to disk. */
    long syncs() {
        return database.synced();
    }

    <T> T read(Scope scope, Function<Transaction, T> work) {
        boolean hurry = database.pulse().slow();
        return run(scope, end(UNLIMITED, hurry), transaction -> {
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

    /** One that asks for more than an ordinary write gets it, whoever waits. */
    <T> T write(Scope scope, Duration limit, Function<Transaction, T> work) {
        return write(scope, end(limit, limit.compareTo(longest) <= 0), work);
    }

    private <T> T write(Scope scope, long end, Function<Transaction, T> work) {
        T result;
        try {
            result = counted(scope, end, work);
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

    private <T> T counted(Scope scope, long end, Function<Transaction, T> work) {
        writing.incrementAndGet();
        try {
            return run(scope, end, work);
        } finally {
            writing.decrementAndGet();
        }
    }

    /**
     * When work has to be over, of {@link System#nanoTime()}.
     *
     * @param answered also because somebody waits for it
     */
    private long end(Duration limit, boolean answered) {
        return answered ? database.end(limit, LEAST) : System.nanoTime() + limit.toNanos();
    }

    /** Returns when all that was committed before is on disk. */
    void sync() {
        try {
            sync.await(database.stepEnd());
        } catch (GroupSync.SyncFailedException e) {
            throw StoreTrouble.unavailable(e);
        }
    }

    private void checkpoint() {
        long until = database.stepEnd();
        database.patience().run(until, () -> checkpoint(until));
    }

    private boolean checkpoint(long until) {
        try (Connection connection = database.syncing();
                Overdue.Held held = database.until(connection, until)) {
            Sql.execute(held.connection(), database.dialect().sync());
            return true;
        } catch (SQLException e) {
            database.pulse().failed(e);
            throw StoreTrouble.unavailable(e);
        }
    }

    private <T> T run(Scope scope, long end, Function<Transaction, T> work) {
        database.pulse().refuseWhileAway();
        EntityManager em = database.factory().createEntityManager();
        Overdue.Held held = begun(em, end);
        boolean committed = false;
        boolean left = false;
        try {
            Together first = new Together(database.dialect().manyAtOnce());
            Transaction transaction =
                    new Transaction(em, held.connection(), database.dialect(), end, first, new AtomicBoolean());
            if (!scope.equals(Scope.SITE)) {
                transaction.enter(scope);
            }
            T result = work.apply(transaction);
            transaction.refuseWhenLate();
            left = !commits(em, held, end);
            if (left) {
                throw StoreTrouble.late("the disk does not answer");
            }
            committed = true;
            database.pulse().heard();
            return result;
        } catch (RuntimeException e) {
            database.pulse().failed(e);
            throw StoreTrouble.translate(e);
        } finally {
            if (!left) {
                end(em, held, committed);
            }
        }
    }

    /** False when the time is over: the commit goes on alone, and nobody knows how it will end. */
    private boolean commits(EntityManager em, Overdue.Held held, long end) {
        // what was in time at the last look is not too late now
        return database.patience()
                .run(
                        Math.max(end, System.nanoTime() + LAST_MOMENT),
                        () -> {
                            em.getTransaction().commit();
                            return true;
                        },
                        () -> {
                            end(em, held, false);
                            leftAlone.run();
                        })
                .isPresent();
    }

    /** A rollback may be what is not answered. */
    private static void end(EntityManager em, Overdue.Held held, boolean committed) {
        try (held) {
            end(em, committed);
        }
    }

    private Overdue.Held begun(EntityManager em, long end) {
        try {
            return database.begin(em, end);
        } catch (SQLException e) {
            database.pulse().failed(e);
            em.close();
            throw StoreTrouble.unavailable(e);
        } catch (RuntimeException e) {
            database.pulse().failed(e);
            end(em, false);
            throw StoreTrouble.translate(e);
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
