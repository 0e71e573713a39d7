// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.time.Duration;
import java.util.Optional;

/**
 * What the store is told.
 *
 * @param password of PostgreSQL; H2's comes from the keys
 * @param connect longest wait for a connection
 * @param statement longest run of one statement
 * @param write longest run of a whole write, commit excluded
 * @param owner who owns the tables of PostgreSQL and changes them; empty when that is the user
 * @param unlocked whether houses may lie together without a second lock (a role that PostgreSQL's row level security does not
 *     bind, several houses in H2): on a developer's machine, and for a trial that is thrown away
 */
record Settings(
        String url,
        String user,
        String password,
        int poolSize,
        Duration connect,
        Duration statement,
        Duration write,
        Optional<Owner> owner,
        Tls tls,
        boolean unlocked) {
    /** A role of PostgreSQL. */
    record Owner(String user, String password) {
        /** Keeps the password out of logs. */
        @Override
        public String toString() {
            return "Owner[" + user + "]";
        }
    }

    static Settings of(String url, String user, String password) {
        return new Settings(
                url,
                user,
                password,
                8,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Optional.empty(),
                Tls.NONE,
                false);
    }

    Settings ownedBy(Owner other) {
        return new Settings(
                url, user, password, poolSize, connect, statement, write, Optional.of(other), tls, unlocked);
    }

    /** Without the second lock. */
    Settings unlock() {
        return new Settings(url, user, password, poolSize, connect, statement, write, owner, tls, true);
    }

    Settings with(Tls other) {
        return new Settings(url, user, password, poolSize, connect, statement, write, owner, other, unlocked);
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "Settings[" + user + "]";
    }
}
