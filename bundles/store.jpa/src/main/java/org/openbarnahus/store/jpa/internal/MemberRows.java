// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.store.CaseMember;
import org.openbarnahus.core.service.store.StaleVersionException;

/** Rows of who works with a case. */
final class MemberRows {
    private static final String SELECT = "select case_id, account, since, granted_by, last_day, ended, version"
            + " from case_member where case_id = ? and service = ?";

    private MemberRows() {}

    static List<CaseMember> of(Connection connection, ServiceId tenant, CaseId id) throws SQLException {
        return Sql.query(connection, SELECT, MemberRows::member, id.value(), tenant.value());
    }

    static Optional<CaseMember> find(Connection connection, ServiceId tenant, CaseId id, UserId account)
            throws SQLException {
        return Sql.query(
                        connection,
                        SELECT + " and account = ?",
                        MemberRows::member,
                        id.value(),
                        tenant.value(),
                        account.value())
                .stream()
                .findFirst();
    }

    static void insert(Together statements, ServiceId tenant, CaseMember member) {
        statements.add(
                "insert into case_member (case_id, account, service, version, since, granted_by, last_day, ended)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                member.caseId().value(),
                member.account().value(),
                tenant.value(),
                member.version(),
                member.since(),
                member.grantedBy().map(UserId::value).orElse(null),
                member.lastDay().orElse(null),
                member.ended());
    }

    static int update(Connection connection, ServiceId tenant, CaseMember member) throws SQLException {
        int changed = Sql.update(
                connection,
                "update case_member set version = ?, since = ?, granted_by = ?, last_day = ?, ended = ?"
                        + " where case_id = ? and account = ? and service = ? and version = ?",
                member.version(),
                member.since(),
                member.grantedBy().map(UserId::value).orElse(null),
                member.lastDay().orElse(null),
                member.ended(),
                member.caseId().value(),
                member.account().value(),
                tenant.value(),
                member.version() - 1);
        if (changed != 1) {
            throw new StaleVersionException();
        }
        return changed;
    }

    private static CaseMember member(ResultSet row) throws SQLException {
        return new CaseMember(
                new CaseId(row.getObject("case_id", UUID.class)),
                new UserId(row.getObject("account", UUID.class)),
                Sql.instant(row, "since"),
                Optional.ofNullable(row.getObject("granted_by", UUID.class)).map(UserId::new),
                Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                row.getBoolean("ended"),
                row.getLong("version"));
    }
}
