// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;

/**
 * For whom a transaction works. PostgreSQL shows it, and lets it write, the rows of that house and no others; the few tasks
 * that begin before a house is known, or that serve all of them, have a name of their own, and the rows and commands it opens
 * stand in db/postgresql: V30__rows_of_the_house.sql and afterMigrate.sql. Decision 22.
 *
 * @param house the house's id, or empty
 * @param purpose the task of all houses, or empty
 * @param account whose house it is, when that is not known yet, or empty
 */
record Scope(String house, String purpose, String account) {
    /** What belongs to no house: the list of houses, schemas, counters of sign-ins. Shows no row of a house. */
    static final Scope SITE = new Scope("", "", "");

    /** Who is it, and where does the person, the token, the passkey, the identity outside belong? Reads them, writes none. */
    static final Scope SIGN_IN = new Scope("", "sign-in", "");

    /** Hands events to listeners: reads and deletes those. */
    static final Scope OUTBOX = new Scope("", "outbox", "");

    /** Deletes what is over: answered requests, tokens, drafts, enrolment codes, old sign-ins. */
    static final Scope PURGE = new Scope("", "purge", "");

    /** Reads everything, as the owner of the tables and as nobody else. */
    static final Scope BACKUP = new Scope("", "backup", "");

    /** Fills an empty database and looks whether it is all there, as the owner of the tables and as nobody else. */
    static final Scope RESTORE = new Scope("", "restore", "");

    static Scope of(ServiceId house) {
        return new Scope(house.value().toString(), "", "");
    }

    /** For the house of the account; for none when there is no such account. */
    static Scope of(UserId account) {
        return new Scope("", "", account.value().toString());
    }

    /** For the house, and also asking who somebody is. */
    Scope signingIn() {
        return new Scope(house, SIGN_IN.purpose, account);
    }
}
