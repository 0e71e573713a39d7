// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.time.Duration;

/**
 * What the store is told.
 *
 * @param password of PostgreSQL; H2's comes from the keys
 * @param connect longest wait for a connection
 * @param statement longest run of one statement
 * @param write longest run of a whole write, commit excluded
 */
record Settings(
        String url, String user, String password, int poolSize, Duration connect, Duration statement, Duration write) {
    static Settings of(String url, String user, String password) {
        return new Settings(
                url, user, password, 8, Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "Settings[" + user + "]";
    }
}
