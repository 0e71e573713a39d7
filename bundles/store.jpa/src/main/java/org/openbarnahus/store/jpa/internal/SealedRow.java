// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.openbarnahus.core.model.id.ServiceId;

/**
 * A value that lies sealed under the key of the site, because it lets somebody in.
 *
 * @param owner the column that says whose it is
 * @param place what it is sealed together with, see {@link AccountSeal}
 */
record SealedRow(String table, String column, String owner, UUID account, String place, byte[] sealed) {
    /** All of a house. */
    static List<SealedRow> of(Connection c, ServiceId house) throws SQLException {
        UUID id = house.value();
        String factors = "select " + AccountSeal.COLUMNS + " from account where service = ?";
        String passkeys = "select account, id, public_key from passkey where service = ?";
        String recovery = "select account, hash from recovery_code where service = ?";
        String enrolments = "select account, hash, expires_at from enrolment_code where service = ?";
        return Stream.of(
                        Sql.query(c, factors, SealedRow::factor, id),
                        Sql.query(c, passkeys, SealedRow::passkey, id),
                        Sql.query(c, recovery, SealedRow::recovery, id),
                        Sql.query(c, enrolments, SealedRow::enrolment, id))
                .flatMap(List::stream)
                .toList();
    }

    private static SealedRow factor(ResultSet row) throws SQLException {
        AccountSeal seal = AccountSeal.of(row);
        return new SealedRow("account", "otp_secret", "id", seal.id(), seal.place(), row.getBytes("otp_secret"));
    }

    private static SealedRow passkey(ResultSet row) throws SQLException {
        UUID account = account(row);
        String place = AccountSeal.passkey(account, row.getBytes("id"));
        return new SealedRow("passkey", "public_key", "account", account, place, row.getBytes("public_key"));
    }

    private static SealedRow recovery(ResultSet row) throws SQLException {
        UUID account = account(row);
        String place = AccountSeal.recoveryCode(account);
        return new SealedRow("recovery_code", "hash", "account", account, place, row.getBytes("hash"));
    }

    private static SealedRow enrolment(ResultSet row) throws SQLException {
        UUID account = account(row);
        String place = AccountSeal.enrolmentCode(account, Sql.instant(row, "expires_at"));
        return new SealedRow("enrolment_code", "hash", "account", account, place, row.getBytes("hash"));
    }

    private static UUID account(ResultSet row) throws SQLException {
        return row.getObject("account", UUID.class);
    }

    /** Not where somebody has just set up another one. The number of rows written. */
    int replace(Connection c, byte[] anew) throws SQLException {
        return Sql.update(
                c,
                "update " + table + " set " + column + " = ? where " + owner + " = ? and " + column + " = ?",
                anew,
                account,
                sealed);
    }
}
