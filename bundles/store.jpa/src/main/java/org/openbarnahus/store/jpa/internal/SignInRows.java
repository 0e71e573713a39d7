// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.query.SignInRecord;
import org.openbarnahus.core.service.store.AcceptanceRecord;
import org.openbarnahus.core.service.store.AgreementRecord;
import org.openbarnahus.core.service.store.TrainingRecord;
import org.openbarnahus.core.service.store.Tries;

/** Rows of what signing in remembers, to records and back. */
final class SignInRows {
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

    static SignInRecord signIn(ResultSet row) throws SQLException {
        return new SignInRecord(
                user(row, "account"), Sql.instant(row, "at"), row.getString("factor"), row.getBoolean("took_over"));
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
