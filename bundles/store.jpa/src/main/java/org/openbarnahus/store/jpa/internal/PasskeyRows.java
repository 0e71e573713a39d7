// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.store.PasskeyRecord;

/** Passkeys: looked for before it is known whose they are, and then only in the house of their account. */
record PasskeyRows(AuditedSql sql) {
    List<PasskeyRecord> of(UserId account) {
        return sql.of(account)
                .all(
                        SignInRows.PASSKEY + " where account = ? order by created_at",
                        SignInRows::passkey,
                        account.value());
    }

    Optional<PasskeyRecord> find(byte[] id) {
        return sql
                .transactions()
                .read(
                        Scope.SIGN_IN,
                        t -> t.sql(c ->
                                Sql.query(c, SignInRows.PASSKEY + " where id = ?", SignInRows::passkey, (Object) id)))
                .stream()
                .findFirst();
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
                                passkey.publicKey(),
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
