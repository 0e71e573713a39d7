// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.query.AccountClosure;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.AccountUse;
import org.openbarnahus.core.service.store.AccountUseStore;
import org.openbarnahus.core.service.store.KeyService;
import org.openbarnahus.core.service.store.StaleVersionException;

/** The use of accounts, in plain SQL. */
record JpaAccountUseStore(Transactions transactions, KeyService keys, AuditChain chain, AuditedSql sql)
        implements AccountUseStore {
    JpaAccountUseStore(Transactions transactions, KeyService keys, AuditChain chain) {
        this(transactions, keys, chain, new AuditedSql(transactions, chain, Scope.SITE));
    }

    @Override
    public Optional<AccountUse> use(UserId account) {
        return sql.of(account).first(UseRows.SELECT + " where u.account = ?", UseRows::use, account.value());
    }

    @Override
    public List<AccountUse> usesOf(ServiceId service) {
        return sql.of(service)
                .all(
                        UseRows.SELECT + " join account a on a.id = u.account where a.service = ?",
                        UseRows::use,
                        service.value());
    }

    @Override
    public void used(UserId account, Instant at) {
        sql.of(account).write(c -> UseRows.used(c, account, at));
    }

    @Override
    public void renew(UserId account, Instant at) {
        sql.of(account)
                .write(c -> Sql.update(
                        c,
                        "update account_use set counted_from = ?, confirmed_at = ? where account = ?",
                        at,
                        at,
                        account.value()));
    }

    @Override
    public boolean close(AccountRecord account, AccountUse seen, AccountClosure closure, AuditEntry audit) {
        try {
            return transactions.write(Scope.of(account.service()), t -> {
                AccountEntity row =
                        t.em().find(AccountEntity.class, account.id().value());
                if (row == null || !row.enabled() || row.version() != account.version()) {
                    throw new StaleVersionException();
                }
                row.change(account.closed(), keys);
                t.em().flush();
                return t.sql(c -> {
                    if (!noted(c, seen, closure)) {
                        throw new StaleVersionException();
                    }
                    chain.append(c, List.of(audit));
                    return true;
                });
            });
        } catch (StaleVersionException e) {
            return false;
        }
    }

    /** False when somebody has signed in or confirmed since it was read. */
    private static boolean noted(Connection connection, AccountUse seen, AccountClosure closure) throws SQLException {
        return Sql.update(
                        connection,
                        "update account_use set closed_at = ?, closed_for = ? where account = ? and counted_from = ?"
                                + " and confirmed_at = ? and last_used_at is not distinct from cast(? as timestamp(6))"
                                + " and closed_at is null",
                        closure.at(),
                        closure.reason().name(),
                        seen.account().value(),
                        seen.counted(),
                        seen.confirmed(),
                        seen.lastUsed().orElse(null))
                == 1;
    }

    @Override
    public void confirm(List<UserId> accounts, UserId by, Instant at, List<AuditEntry> audits) {
        if (accounts.isEmpty()) {
            return;
        }
        // all of them are of one house
        sql.of(accounts.getFirst()).write(c -> {
            for (UserId account : accounts) {
                Sql.update(
                        c,
                        "update account_use set confirmed_at = ?, confirmed_by = ? where account = ?",
                        at,
                        by.value(),
                        account.value());
            }
            chain.append(c, audits);
            return audits;
        });
    }
}
