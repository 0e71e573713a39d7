// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.query.AccountClosure;
import org.openbarnahus.core.service.query.SignInRecord;
import org.openbarnahus.core.service.store.AccountUse;

/** Rows of the use of accounts, and what other changes of an account mean for them. */
final class UseRows {
    static final String SELECT = "select u.account, u.counted_from, u.last_used_at, u.confirmed_at, u.confirmed_by,"
            + " u.closed_at, u.closed_for from account_use u";

    private UseRows() {}

    static AccountUse use(ResultSet row) throws SQLException {
        Optional<Instant> closed = instant(row, "closed_at");
        AccountClosure.Reason reason = closed.isPresent()
                ? AccountClosure.Reason.valueOf(row.getString("closed_for"))
                : AccountClosure.Reason.DORMANT;
        return new AccountUse(
                new UserId(row.getObject("account", UUID.class)),
                Sql.instant(row, "counted_from"),
                instant(row, "last_used_at"),
                Sql.instant(row, "confirmed_at"),
                Optional.ofNullable(row.getObject("confirmed_by", UUID.class)).map(UserId::new),
                closed.map(at -> new AccountClosure(reason, at)));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class)).map(UtcInstant::instant);
    }

    /** A new account; whoever made it has said with that who needs it. */
    static void made(Connection connection, UserId account, AuditEntry audit) throws SQLException {
        Sql.update(
                connection,
                "insert into account_use (account, service, counted_from, confirmed_at, confirmed_by) values (?, "
                        + SignInRows.HOUSE + ", ?, ?, ?)",
                account.value(),
                account.value(),
                audit.at(),
                audit.at(),
                audit.user().map(UserId::value).orElse(null));
    }

    /** Opened again by somebody who may: both counts begin anew. */
    static void opened(Connection connection, UserId account, AuditEntry audit) throws SQLException {
        Sql.update(
                connection,
                "update account_use set counted_from = ?, confirmed_at = ?, confirmed_by = ?, closed_at = null,"
                        + " closed_for = null where account = ?",
                audit.at(),
                audit.at(),
                audit.user().map(UserId::value).orElse(null),
                account.value());
    }

    /** Set up anew with a one-time code. */
    static void enrolled(Connection connection, UserId account, Instant at) throws SQLException {
        Sql.update(connection, "update account_use set counted_from = ? where account = ?", at, account.value());
    }

    static int signedIn(Connection connection, SignInRecord signIn) throws SQLException {
        Sql.update(
                connection,
                "insert into sign_in (account, service, at, factor, took_over) values (?, " + SignInRows.HOUSE
                        + ", ?, ?, ?)",
                signIn.account().value(),
                signIn.account().value(),
                signIn.at(),
                signIn.factor(),
                signIn.tookOver());
        return used(connection, signIn.account(), signIn.at());
    }

    static int used(Connection connection, UserId account, Instant at) throws SQLException {
        return Sql.update(
                connection,
                "update account_use set last_used_at = ? where account = ?"
                        + " and (last_used_at is null or last_used_at < ?)",
                at,
                account.value(),
                at);
    }
}
