// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts the connection of work whose time is over: between two statements it gives up by itself, but one statement, or many with
 * an answer late each, may take longer than anybody waits. The server rolls back what was not committed.
 */
final class Overdue implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Overdue.class);

    /** Work on a connection, until it is closed. */
    record Held(Overdue all, Connection connection, long until) implements AutoCloseable {
        @Override
        public void close() {
            all.held.remove(this);
        }

        /** The very same: two works may use one connection one after the other. */
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private final Set<Held> held = ConcurrentHashMap.newKeySet();

    /**
     * @param until of {@link System#nanoTime()}
     */
    Held watch(Connection connection, long until) {
        Held work = new Held(this, connection, until);
        held.add(work);
        return work;
    }

    /** To be called several times a second. */
    @Override
    public void run() {
        long now = System.nanoTime();
        for (Held work : held) {
            if (now - work.until > 0 && held.remove(work)) {
                try {
                    work.connection.abort(Runnable::run);
                } catch (SQLException | RuntimeException e) {
                    LOG.debug("a connection that took too long was closed already", e);
                }
            }
        }
    }
}
