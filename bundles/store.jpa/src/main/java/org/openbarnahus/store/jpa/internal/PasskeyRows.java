// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.store.PasskeyRecord;

/** Passkeys: looked for before it is known whose they are, and then only in the house of their account. */
record PasskeyRows(AuditedSql sql, Seals seals) {
    private static final String SELECT =
            "select id, account, public_key, sign_count, name, created_at, used_at from passkey";

    List<PasskeyRecord> of(UserId account) {
        return sql
                .of(account)
                .all(SELECT + " where account = ? order by created_at", this::passkey, account.value())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<PasskeyRecord> find(byte[] id) {
        return sql
                .transactions()
                .read(
                        Scope.SIGN_IN,
                        t -> t.sql(c -> Sql.query(c, SELECT + " where id = ?", this::passkey, (Object) id)))
                .stream()
                .findFirst()
                .flatMap(each -> each);
    }

    /** Absent when somebody else has written the row. */
    private Optional<PasskeyRecord> passkey(ResultSet row) throws SQLException {
        byte[] id = row.getBytes("id");
        UUID account = row.getObject("account", UUID.class);
        Optional<byte[]> key =
                seals.opened(row.getBytes("public_key"), AccountSeal.passkey(account, id), account, "passkey");
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> used = Optional.ofNullable(row.getObject("used_at", LocalDateTime.class))
                .map(UtcInstant::instant);
        return Optional.of(new PasskeyRecord(
                id,
                new UserId(account),
                key.get(),
                row.getLong("sign_count"),
                row.getString("name"),
                Sql.instant(row, "created_at"),
                used));
    }

    void insert(PasskeyRecord passkey, AuditEntry audit) {
        sql.of(passkey.account())
                .audited(
                        audit,
                        c -> Sql.update(
                                c,
                                "insert into passkey (id, account, service, public_key, sign_count, name, created_at)"
                                        + " values (?, ?, " + SignInRows.HOUSE + ", ?, ?, ?, ?)",
                                passkey.id(),
                                passkey.account().value(),
                                passkey.account().value(),
                                seals.sealed(
                                        passkey.publicKey(),
                                        AccountSeal.passkey(passkey.account().value(), passkey.id())),
                                passkey.signCount(),
                                passkey.name(),
                                passkey.created()));
    }

    boolean use(byte[] id, long seenCount, long newCount, Instant at) {
        Optional<PasskeyRecord> known = find(id);
        if (known.isEmpty()) {
            return false;
        }
        return sql.of(known.get().account())
                .write(c -> Sql.update(
                                c,
                                "update passkey set sign_count = ?, used_at = ? where id = ? and sign_count = ?",
                                newCount,
                                at,
                                id,
                                seenCount)
                        == 1);
    }

    boolean remove(UserId account, byte[] id, AuditEntry audit) {
        return sql.of(account).write(c -> {
            boolean there = Sql.update(c, "delete from passkey where account = ? and id = ?", account.value(), id) == 1;
            if (there) {
                sql.chain().append(c, List.of(audit));
            }
            return there;
        });
    }
}
