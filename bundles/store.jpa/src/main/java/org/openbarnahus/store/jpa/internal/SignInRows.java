// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.query.SignInRecord;
import org.openbarnahus.core.service.store.AcceptanceRecord;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.AgreementRecord;
import org.openbarnahus.core.service.store.EnrolmentRecord;
import org.openbarnahus.core.service.store.KeyService;
import org.openbarnahus.core.service.store.PasskeyRecord;
import org.openbarnahus.core.service.store.StaleVersionException;
import org.openbarnahus.core.service.store.TrainingRecord;
import org.openbarnahus.core.service.store.Tries;

/** Rows of what signing in remembers, to records and back. */
final class SignInRows {
    static final String PASSKEY = "select id, account, public_key, sign_count, name, created_at, used_at from passkey";
    static final String ACCEPTANCE =
            "select a.account, a.version, a.language, a.hash, a.name, a.title, a.organisation, a.at from acceptance a";

    static final String TRAINING = "select t.account, t.version, t.language, t.at from training t";

    /** Of the account whose id is the parameter. */
    static final String HOUSE = "(select service from account where id = ?)";

    private SignInRows() {}

    static Tries tries(ResultSet row) throws SQLException {
        return new Tries(
                row.getInt("failed"),
                Sql.instant(row, "last_at"),
                Sql.instant(row, "until_at"),
                row.getBoolean("told"));
    }

    static EnrolmentRecord enrolment(ResultSet row) throws SQLException {
        return new EnrolmentRecord(user(row, "account"), row.getBytes("hash"), Sql.instant(row, "expires_at"));
    }

    static SignInRecord signIn(ResultSet row) throws SQLException {
        return new SignInRecord(
                user(row, "account"), Sql.instant(row, "at"), row.getString("factor"), row.getBoolean("took_over"));
    }

    static PasskeyRecord passkey(ResultSet row) throws SQLException {
        Optional<Instant> used = Optional.ofNullable(row.getObject("used_at", LocalDateTime.class))
                .map(UtcInstant::instant);
        return new PasskeyRecord(
                row.getBytes("id"),
                user(row, "account"),
                row.getBytes("public_key"),
                row.getLong("sign_count"),
                row.getString("name"),
                Sql.instant(row, "created_at"),
                used);
    }

    static AgreementRecord agreement(ResultSet row) throws SQLException {
        return new AgreementRecord(
                new ServiceId(row.getObject("service", UUID.class)),
                row.getInt("version"),
                row.getString("language"),
                row.getString("content"),
                Sql.instant(row, "published_at"));
    }

    static AcceptanceRecord acceptance(ResultSet row) throws SQLException {
        return new AcceptanceRecord(
                user(row, "account"),
                row.getInt("version"),
                row.getString("language"),
                row.getString("hash"),
                row.getString("name"),
                row.getString("title"),
                row.getString("organisation"),
                Sql.instant(row, "at"));
    }

    static TrainingRecord training(ResultSet row) throws SQLException {
        return new TrainingRecord(
                user(row, "account"), row.getInt("version"), row.getString("language"), Sql.instant(row, "at"));
    }

    /** In the place of an older one. */
    static void putEnrolment(Connection connection, EnrolmentRecord enrolment) throws SQLException {
        Sql.update(
                connection,
                "delete from enrolment_code where account = ?",
                enrolment.account().value());
        Sql.update(
                connection,
                "insert into enrolment_code (account, service, hash, expires_at) values (?, " + HOUSE + ", ?, ?)",
                enrolment.account().value(),
                enrolment.account().value(),
                enrolment.hash(),
                enrolment.expires());
    }

    static void insertCodes(Connection connection, UserId account, List<byte[]> hashes) throws SQLException {
        Sql.update(connection, "delete from recovery_code where account = ?", account.value());
        for (byte[] hash : hashes) {
            Sql.update(
                    connection,
                    "insert into recovery_code (account, service, hash) values (?, " + HOUSE + ", ?)",
                    account.value(),
                    account.value(),
                    hash);
        }
    }

    /**
     * Uses up an enrolment code: the account gets the record's password and second factor, and loses its passkeys and its
     * link to an identity outside.
     */
    static boolean useEnrolment(Transaction t, KeyService keys, AccountRecord renewed, byte[] codeHash, Instant now) {
        boolean used = t.sql(c -> Sql.update(
                        c,
                        "delete from enrolment_code where account = ? and hash = ? and expires_at > ?",
                        renewed.id().value(),
                        codeHash,
                        now)
                == 1);
        if (!used) {
            return false;
        }
        AccountEntity row = t.em().find(AccountEntity.class, renewed.id().value());
        if (row == null || row.version() != renewed.version()) {
            throw new StaleVersionException();
        }
        row.change(renewed, keys);
        t.em().flush();
        return t.sql(c -> {
            Sql.update(c, "delete from passkey where account = ?", renewed.id().value());
            Sql.update(
                    c,
                    "delete from linked_identity where account = ?",
                    renewed.id().value());
            UseRows.enrolled(c, renewed.id(), now);
            return true;
        });
    }

    /** Drafts of more than a week, throttle entries that no longer count, and codes that have expired. */
    static void purge(Connection connection, Instant now) throws SQLException {
        Sql.update(connection, "delete from draft where at < ?", now.minusSeconds(7 * 86_400L));
        Sql.update(connection, "delete from throttle where last_at < ?", now.minusSeconds(13 * 3_600L));
        Sql.update(connection, "delete from enrolment_code where expires_at < ?", now);
        Sql.update(connection, "delete from sign_in where at < ?", now.minusSeconds(400 * 86_400L));
    }

    private static UserId user(ResultSet row, String column) throws SQLException {
        return new UserId(row.getObject(column, UUID.class));
    }
}
