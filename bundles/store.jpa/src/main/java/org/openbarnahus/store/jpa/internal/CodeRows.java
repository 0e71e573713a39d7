// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.EnrolmentRecord;
import org.openbarnahus.core.service.store.StaleVersionException;

/**
 * One-time and recovery codes. Their hashes lie sealed with the account for which they count: one that the product has not written,
 * or that was moved from another account, is good for nothing.
 */
record CodeRows(Seals seals) {
    private static final String ENROLMENT = "select hash, expires_at from enrolment_code where account = ?";

    private record Kept(byte[] sealed, Instant expires) {}

    Optional<EnrolmentRecord> enrolment(Connection c, UserId account) throws SQLException {
        return kept(c, account)
                .flatMap(kept -> opened(account, kept).map(hash -> new EnrolmentRecord(account, hash, kept.expires())));
    }

    private static Optional<Kept> kept(Connection c, UserId account) throws SQLException {
        return Sql.query(
                        c,
                        ENROLMENT,
                        row -> new Kept(row.getBytes("hash"), Sql.instant(row, "expires_at")),
                        account.value())
                .stream()
                .findFirst();
    }

    private Optional<byte[]> opened(UserId account, Kept kept) {
        UUID id = account.value();
        return seals.opened(kept.sealed(), AccountSeal.enrolmentCode(id, kept.expires()), id, "one-time code");
    }

    /** In the place of an older one. */
    void putEnrolment(Connection c, EnrolmentRecord enrolment) throws SQLException {
        UUID account = enrolment.account().value();
        Instant expires = AccountSeal.kept(enrolment.expires());
        Sql.update(c, "delete from enrolment_code where account = ?", account);
        Sql.update(
                c,
                "insert into enrolment_code (account, service, hash, expires_at) values (?, " + SignInRows.HOUSE
                        + ", ?, ?)",
                account,
                account,
                seals.sealed(enrolment.hash(), AccountSeal.enrolmentCode(account, expires)),
                expires);
    }

    /**
     * Uses up an enrolment code: the account gets the record's password and second factor, and loses its passkeys and its
     * link to an identity outside.
     */
    boolean useEnrolment(Transaction t, AccountRecord renewed, byte[] codeHash, Instant now) {
        if (!t.sql(c -> usedUp(c, renewed.id(), codeHash, now))) {
            return false;
        }
        AccountEntity row = t.em().find(AccountEntity.class, renewed.id().value());
        if (row == null || row.version() != renewed.version()) {
            throw new StaleVersionException();
        }
        row.change(renewed, seals.keys());
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

    /** Whoever deletes the very row that was read has it: of two at the same time one. */
    private boolean usedUp(Connection c, UserId account, byte[] codeHash, Instant now) throws SQLException {
        Optional<Kept> kept = kept(c, account)
                .filter(each -> opened(account, each)
                        .filter(hash -> MessageDigest.isEqual(hash, codeHash))
                        .isPresent());
        return kept.isPresent()
                && 1
                        == Sql.update(
                                c,
                                "delete from enrolment_code where account = ? and hash = ? and expires_at > ?",
                                account.value(),
                                kept.get().sealed(),
                                now);
    }

    /** In the place of all older ones. */
    void putRecovery(Connection c, UserId account, List<byte[]> hashes) throws SQLException {
        Sql.update(c, "delete from recovery_code where account = ?", account.value());
        for (byte[] hash : hashes) {
            Sql.update(
                    c,
                    "insert into recovery_code (account, service, hash) values (?, " + SignInRows.HOUSE + ", ?)",
                    account.value(),
                    account.value(),
                    seals.sealed(hash, AccountSeal.recoveryCode(account.value())));
        }
    }

    /** The row of a recovery code, as it lies there. */
    Optional<byte[]> recovery(Connection c, UserId account, byte[] hash) throws SQLException {
        UUID id = account.value();
        return Sql.query(c, "select hash from recovery_code where account = ?", row -> row.getBytes(1), id).stream()
                .filter(each -> seals.opened(each, AccountSeal.recoveryCode(id), id, "recovery code")
                        .filter(opened -> MessageDigest.isEqual(opened, hash))
                        .isPresent())
                .findFirst();
    }

    boolean useRecovery(Connection c, UserId account, byte[] hash) throws SQLException {
        Optional<byte[]> row = recovery(c, account, hash);
        return row.isPresent()
                && 1
                        == Sql.update(
                                c,
                                "delete from recovery_code where account = ? and hash = ?",
                                account.value(),
                                row.get());
    }
}
