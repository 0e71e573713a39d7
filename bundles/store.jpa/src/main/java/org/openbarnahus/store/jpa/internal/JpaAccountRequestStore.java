// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.command.AccountAct;
import org.openbarnahus.core.service.store.AccountRequestRecord;
import org.openbarnahus.core.service.store.AccountRequestStore;

/** What waits for a second person, in plain SQL. */
record JpaAccountRequestStore(AuditChain chain, AuditedSql sql) implements AccountRequestStore {
    JpaAccountRequestStore(Transactions transactions, AuditChain chain) {
        this(chain, new AuditedSql(transactions, chain, Scope.SITE));
    }

    @Override
    public void insert(AccountRequestRecord request, AuditEntry audit) {
        AccountAct act = request.act();
        sql.of(request.service())
                .audited(
                        audit,
                        c -> Sql.update(
                                c,
                                "insert into account_request (id, service, kind, username, agency, roles, asked_by,"
                                        + " asked_at, until_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                request.id(),
                                request.service().value(),
                                act.kind().code(),
                                act.username(),
                                act.agency().map(Agency::code).orElse(""),
                                act.roles().stream().map(Role::code).sorted().collect(Collectors.joining(" ")),
                                request.askedBy().value(),
                                request.asked(),
                                request.until()));
    }

    @Override
    public List<AccountRequestRecord> requests(ServiceId service) {
        return sql.of(service)
                .all(
                        "select id, service, kind, username, agency, roles, asked_by, asked_at, until_at"
                                + " from account_request where service = ? order by asked_at, id",
                        JpaAccountRequestStore::request,
                        service.value());
    }

    @Override
    public boolean remove(AccountRequestRecord request, AuditEntry audit) {
        return sql.of(request.service()).write(c -> {
            boolean there = Sql.update(
                            c,
                            "delete from account_request where id = ? and service = ?",
                            request.id(),
                            request.service().value())
                    == 1;
            if (there) {
                chain.append(c, List.of(audit));
            }
            return there;
        });
    }

    private static AccountRequestRecord request(ResultSet row) throws SQLException {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String code : row.getString("roles").split(" ", -1)) {
            Role.ofCode(code).ifPresent(roles::add);
        }
        return new AccountRequestRecord(
                row.getObject("id", UUID.class),
                new ServiceId(row.getObject("service", UUID.class)),
                new AccountAct(
                        AccountAct.Kind.ofCode(row.getString("kind")).orElseThrow(),
                        row.getString("username"),
                        Agency.ofCode(row.getString("agency")),
                        roles),
                new UserId(row.getObject("asked_by", UUID.class)),
                Sql.instant(row, "asked_at"),
                Sql.instant(row, "until_at"));
    }
}
