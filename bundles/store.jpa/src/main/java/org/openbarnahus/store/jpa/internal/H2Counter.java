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
final class H2Counter implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(H2Counter.class);
    /** Those who wait add one and take it away again, so one look may miss it. */
    private static final int LOOKS = 100;

    private final MVStore store;
    private final Field current;
    private final Method get;
    private final Method increment;

    private H2Counter(MVStore store) throws ReflectiveOperationException {
        this.store = store;
        current = MVStore.class.getDeclaredField("currentTxCounter");
        current.setAccessible(true);
        get = MVStore.TxCounter.class.getDeclaredMethod("get");
        get.setAccessible(true);
        increment = MVStore.TxCounter.class.getDeclaredMethod("incrementAndGet");
        increment.setAccessible(true);
    }

    /** Of the database of the connection; what another version of H2 has not, is not watched. */
    static Runnable of(Connection connection) throws SQLException {
        try {
            // none of these classes is exported to other bundles, their methods are public
            Object session = call(connection.unwrap(JdbcConnection.class), "getSession");
            Object database = call(session, "getDatabase");
            return new H2Counter((MVStore) call(call(database, "getStore"), "getMvStore"));
        } catch (ReflectiveOperationException e) {
            LOG.warn("this version of H2 is not watched: {}", e.getMessage());
            return () -> {};
        }
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }

    @Override
    public void run() {
        try {
            for (int look = 0; look < LOOKS; look++) {
                Object counter = current.get(store);
                if ((int) get.invoke(counter) < 0 && current.get(store) == counter) {
                    increment.invoke(counter);
                    LOG.warn("the embedded database had lost count of its transactions; counted again");
                    return;
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
