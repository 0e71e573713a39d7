// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many transactions use the newest version of H2's store, kept right.
 *
 * <p>H2 2.5.252 counts them, and takes one away twice when the end of a transaction fails in the middle. The next transaction
 * then waits for the number to be above zero in an endless loop (MVStore.registerVersionUsage): it hangs without a limit of
 * time, burns a processor, and all after it do the same. It would end with the next version, which none of them can write. The
 * number of the newest version is never below zero otherwise, so it is put back when it is.
 */
record H2Counter(Object store) implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(H2Counter.class);
    /** Those who wait add one and take it away again, so one look may miss it. */
    private static final int LOOKS = 100;

    /** Of the open store behind a connection. */
    static H2Counter of(Connection connection) throws SQLException {
        try {
            // none of these classes is exported to other bundles, their methods are public
            Object session = call(connection.unwrap(JdbcConnection.class), "getSession");
            return new H2Counter(call(call(call(session, "getDatabase"), "getStore"), "getMvStore"));
        } catch (ReflectiveOperationException e) {
            throw new SQLException(e);
        }
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }

    @Override
    public void run() {
        try {
            for (int look = 0; look < LOOKS; look++) {
                Object counter = Doors.CURRENT.get(store);
                if ((int) Doors.GET.invoke(counter) < 0 && Doors.CURRENT.get(store) == counter) {
                    Doors.INCREMENT.invoke(counter);
                    LOG.warn("the embedded database had lost count of its transactions; counted again");
                    return;
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof H2Counter counter && counter.store == store;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(store);
    }

    /** Into what H2 keeps for itself. */
    private static final class Doors {
        static final Field CURRENT;
        static final Method GET;
        static final Method INCREMENT;

        static {
            try {
                CURRENT = MVStore.class.getDeclaredField("currentTxCounter");
                GET = MVStore.TxCounter.class.getDeclaredMethod("get");
                INCREMENT = MVStore.TxCounter.class.getDeclaredMethod("incrementAndGet");
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
            CURRENT.setAccessible(true);
            GET.setAccessible(true);
            INCREMENT.setAccessible(true);
        }
    }
}
