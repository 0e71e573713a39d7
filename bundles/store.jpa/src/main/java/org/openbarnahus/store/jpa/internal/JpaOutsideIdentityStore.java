// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.KeyService;
import org.openbarnahus.core.service.store.OutsideIdentityStore;
import org.openbarnahus.core.service.store.OutsideLink;

/** Links between accounts and identities outside, in plain SQL. Read before a house is known, as accounts are. */
record JpaOutsideIdentityStore(Transactions transactions, KeyService keys, AuditChain chain, AuditedSql sql)
        implements OutsideIdentityStore {
    private static final String SELECT = "select o.account, a.username, o.issuer, o.subject, o.linked_at"
            + " from outside_identity o join account a on a.id = o.account";

    JpaOutsideIdentityStore(Transactions transactions, KeyService keys, AuditChain chain) {
        this(transactions, keys, chain, new AuditedSql(transactions, chain, Scope.SIGN_IN));
    }

    @Override
    public Optional<OutsideLink> find(String issuer, String subject) {
        return sql.first(
                SELECT + " where o.issuer = ? and o.subject = ?", JpaOutsideIdentityStore::read, issuer, subject);
    }

    @Override
    public Optional<OutsideLink> of(UserId account) {
        return sql.first(SELECT + " where o.account = ?", JpaOutsideIdentityStore::read, account.value());
    }

    @Override
    public boolean link(OutsideLink link, AuditEntry audit) {
        return transactions.write(
                Scope.of(audit.service().orElseThrow()),
                t -> t.sql(c -> {
                    boolean linked = insert(c, link);
                    if (linked) {
                        chain.append(c, List.of(audit));
                    }
                    return linked;
                }));
    }

    @Override
    public boolean unlink(UserId account, AuditEntry audit) {
        return transactions.write(
                Scope.of(audit.service().orElseThrow()),
                t -> t.sql(c -> {
                    boolean there =
                            Sql.update(c, "delete from outside_identity where account = ?", account.value()) == 1;
                    if (there) {
                        chain.append(c, List.of(audit));
                    }
                    return there;
                }));
    }

    @Override
    public boolean enrol(AccountRecord renewed, byte[] codeHash, OutsideLink link, AuditEntry audit) {
        return transactions.write(Scope.of(renewed.service()), t -> {
            boolean foreign = t.sql(c -> !Sql.query(
                            c,
                            "select account from outside_identity where issuer = ? and subject = ? and account <> ?",
                            row -> row.getObject(1, UUID.class),
                            link.issuer(),
                            link.subject(),
                            renewed.id().value())
                    .isEmpty());
            if (foreign || !SignInRows.useEnrolment(t, keys, renewed, codeHash, link.linked())) {
                return false;
            }
            return t.sql(c -> {
                SignInRows.insertCodes(c, renewed.id(), List.of());
                insert(c, link);
                chain.append(c, List.of(audit));
                return true;
            });
        });
    }

    /** As one statement that inserts nothing when either side is taken: a failed insert would spoil the transaction. */
    private static boolean insert(Connection c, OutsideLink link) throws SQLException {
        return Sql.update(
                        c,
                        "insert into outside_identity (issuer, subject, account, linked_at)"
                                + " select cast(? as varchar(255)), cast(? as varchar(255)), cast(? as uuid),"
                                + " cast(? as timestamp(6)) where not exists (select 1 from outside_identity"
                                + " where (issuer = ? and subject = ?) or account = ?)",
                        link.issuer(),
                        link.subject(),
                        link.account().value(),
                        link.linked(),
                        link.issuer(),
                        link.subject(),
                        link.account().value())
                == 1;
    }

    private static OutsideLink read(ResultSet row) throws SQLException {
        return new OutsideLink(
                new UserId(row.getObject("account", UUID.class)),
                row.getString("username"),
                row.getString("issuer"),
                row.getString("subject"),
                Sql.instant(row, "linked_at"));
    }
}
