// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.store.StaleVersionException;

/** Turns what the database and EclipseLink throw into the contract's exceptions, without a statement or a value in them. */
final class StoreTrouble {
    /** SQL state of a unique key that is taken. */
    private static final String TAKEN = "23505";

    private StoreTrouble() {}

    /** What to throw instead; exceptions that the work itself threw stay as they are. */
    static RuntimeException translate(RuntimeException thrown) {
        if (thrown instanceof OptimisticLockException || cause(thrown, OptimisticLockException.class) != null) {
            return new StaleVersionException();
        }
        if (thrown instanceof PersistenceException || thrown instanceof EclipseLinkException) {
            return unavailable(thrown);
        }
        return thrown;
    }

    static boolean isTaken(SQLException thrown) {
        return TAKEN.equals(thrown.getSQLState());
    }

    /** Logs print causes, and drivers quote values in messages: only states and stack traces go on. */
    static StoreUnavailableException unavailable(Throwable thrown) {
        SQLException sql = cause(thrown, SQLException.class);
        String state = sql == null ? thrown.getClass().getSimpleName() : "SQL state " + sql.getSQLState();
        SQLException bare = new SQLException(state, sql == null ? null : sql.getSQLState());
        bare.setStackTrace((sql == null ? thrown : sql).getStackTrace());
        return new StoreUnavailableException("the database refused or did not answer (" + state + ")", bare);
    }

    static StoreUnavailableException late(String what) {
        return new StoreUnavailableException(what, new TimeoutException(what));
    }

    static <T extends Throwable> @Nullable T cause(@Nullable Throwable thrown, Class<T> type) {
        Throwable each = thrown;
        for (int depth = 0; each != null && depth < 20; depth++) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
            each = each.getCause();
        }
        return null;
    }
}
