// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/** The counters of the stores that H2 opened last: also of closed ones, since somebody may still wait in them. */
final class H2Watch implements Runnable {
    private static final int KEPT = 4;

    @GuardedBy("this")
    private final Deque<H2Counter> counters = new ArrayDeque<>();

    /** To be called with every new connection: H2 may have opened a store for it. */
    synchronized Connection see(Connection connection) throws SQLException {
        H2Counter counter = H2Counter.of(connection);
        if (!counters.contains(counter)) {
            counters.addLast(counter);
        }
        if (counters.size() > KEPT) {
            counters.removeFirst();
        }
        return connection;
    }

    @Override
    public synchronized void run() {
        counters.forEach(H2Counter::run);
    }
}
