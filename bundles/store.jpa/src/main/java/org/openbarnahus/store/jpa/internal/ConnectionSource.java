// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source out of the one thing it is asked for. */
record ConnectionSource(Next next) implements DataSource {
    private static final int CLOSING_SECONDS = 5;

    /** Opens a connection, or takes one from a pool. */
    @FunctionalInterface
    interface Next {
        Connection connection() throws SQLException;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return next.connection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the source knows who signs in");
    }

    /** Null says that nothing is written. */
    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    /** Pools pass on what they have themselves: nothing. */
    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    /** The pools wait no longer than they may by themselves. */
    @Override
    public void setLoginTimeout(int seconds) {}

    /** A pool that closes waits so long for a connection that is being opened: else nobody would close that one. */
    @Override
    public int getLoginTimeout() {
        return CLOSING_SECONDS;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("drivers log through SLF4J");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("it wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
