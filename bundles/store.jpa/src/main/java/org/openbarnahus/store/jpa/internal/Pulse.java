// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a server answers. As long as it does not, whoever asks is refused at once: only the first find out by waiting, and
 * nobody keeps a thread, a connection and a place of the house for something that does not come. The store feels the pulse every
 * second or two and so finds out by itself when it is back.
 */
final class Pulse {
    /** A connection, asked for the least there is. */
    @FunctionalInterface
    interface Beat {
        /**
         * @param alone whether by a connection of its own: the pools are not asked while the server is away, and for a moment
         *     afterwards they still tell what they found then
         */
        void run(boolean alone) throws SQLException;
    }

    /** So long an answer to nothing takes where something is wrong. */
    static final Duration SLOW = Duration.ofMillis(250);

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    /** Classes of SQL states: no connection; stopping, starting. */
    private static final String CONNECTION = "08";

    private static final String OPERATOR = "57P";
    /** A pool that is only busy gives somebody's connection on within this time. */
    private static final Duration QUIET = Duration.ofMillis(1_500);

    /** So long after the server is back somebody may still be told that there was no connection: he began to wait before. */
    private static final Duration SETTLING = Duration.ofSeconds(3);

    private final boolean distant;
    private final Runnable gone;
    private final LongSupplier nanos;
    private volatile boolean away;
    private volatile boolean slow;
    private volatile long heard;
    private volatile long back;
    private volatile boolean ended;

    /**
     * @param distant whether it is a server that can be away; a database of this process is only busy
     * @param gone called when the server is found not to answer
     */
    Pulse(boolean distant, Runnable gone) {
        this(distant, gone, System::nanoTime);
    }

    Pulse(boolean distant, Runnable gone, LongSupplier nanos) {
        this.distant = distant;
        this.gone = gone;
        this.nanos = nanos;
        heard = nanos.getAsLong();
        back = heard - SETTLING.toNanos();
    }

    /**
     * @throws StoreUnavailableException while the server does not answer
     */
    void refuseWhileAway() {
        if (away) {
            throw StoreTrouble.late("the database does not answer");
        }
    }

    /**
     * Waits until it answers or nobody asks any more. For those who would else try again and again, after longer and longer
     * pauses, and be in the middle of one when it is back.
     */
    synchronized void waitWhileAway() throws InterruptedException {
        while (away && !ended) {
            wait();
        }
    }

    /** Nobody asks any more. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    private synchronized void back() {
        back = nanos.getAsLong();
        away = false;
        notifyAll();
        LOG.warn("the database answers again");
    }

    private boolean settling() {
        return nanos.getAsLong() - back < SETTLING.toNanos();
    }

    boolean away() {
        return away;
    }

    /** Whether it answers, but later than it should. */
    boolean slow() {
        return slow || away;
    }

    /** Somebody was answered. */
    void heard() {
        heard = nanos.getAsLong();
    }

    /** Somebody was not answered, or refused for a reason of his own. */
    void failed(Throwable thrown) {
        if (!settling()) {
            missed(silent(thrown));
        }
    }

    private void missed(boolean silent) {
        if (distant && !away && silent) {
            away = true;
            LOG.error("the database does not answer: everybody is told so at once until it does");
            gone.run();
        }
    }

    /** To be called every second or two. */
    void feel(Beat beat) {
        long begun = nanos.getAsLong();
        boolean alone = away || settling();
        try {
            beat.run(alone);
        } catch (SQLException | RuntimeException e) {
            missed(silent(e) || alone && refused(e));
            return;
        }
        slow = nanos.getAsLong() - begun > SLOW.toNanos();
        heard();
        if (away) {
            back();
        }
    }

    private boolean silent(Throwable thrown) {
        if (StoreTrouble.cause(thrown, SocketTimeoutException.class) != null) {
            return true;
        }
        SQLTransientConnectionException none = StoreTrouble.cause(thrown, SQLTransientConnectionException.class);
        return none != null && (refused(none.getCause()) || nanos.getAsLong() - heard > QUIET.toNanos());
    }

    private static boolean refused(@Nullable Throwable cause) {
        SQLException why = StoreTrouble.cause(cause, SQLException.class);
        String state = why == null || why.getSQLState() == null ? "" : why.getSQLState();
        return state.startsWith(CONNECTION) || state.startsWith(OPERATOR);
    }
}
