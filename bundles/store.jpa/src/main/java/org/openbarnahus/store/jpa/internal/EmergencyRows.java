// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.EmergencyReason;
import org.openbarnahus.core.service.store.EmergencyAccess;
import org.openbarnahus.core.service.store.EmergencyAccess.Review;
import org.openbarnahus.core.service.store.StaleVersionException;

/** Rows of emergency accesses. What people wrote lies under the key of the house, bound to its row. */
record EmergencyRows(TextCipher cipher, ServiceId tenant) {
    private static final String SELECT = "select e.*, c.case_number from emergency_access e"
            + " join case_record c on c.id = e.case_id and c.service = e.service where e.service = ?";

    List<EmergencyAccess> of(Connection connection, CaseId id) throws SQLException {
        return Sql.query(connection, SELECT + " and e.case_id = ?", this::access, tenant.value(), id.value());
    }

    Optional<EmergencyAccess> find(Connection connection, UUID id) throws SQLException {
        return Sql.query(connection, SELECT + " and e.id = ?", this::access, tenant.value(), id).stream()
                .findFirst();
    }

    List<EmergencyAccess> of(Connection connection, int most) throws SQLException {
        return Sql.query(
                connection,
                SELECT + " order by case when e.reviewed_at is null then 0 else 1 end,"
                        + " case when e.reviewed_at is null then e.since end, e.since desc, e.id limit ?",
                this::access,
                tenant.value(),
                most);
    }

    List<EmergencyAccess> of(Connection connection, UserId account, int most) throws SQLException {
        return Sql.query(
                connection,
                SELECT + " and e.account = ? order by e.since desc, e.id limit ?",
                this::access,
                tenant.value(),
                account.value(),
                most);
    }

    void insert(Connection connection, EmergencyAccess access) throws SQLException {
        Sql.update(
                connection,
                "insert into emergency_access (id, service, case_id, account, version, reason, reason_text, since, until_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                access.id(),
                tenant.value(),
                access.caseId().value(),
                access.account().value(),
                access.version(),
                access.reason().code(),
                cipher.encrypt(tenant, access.text(), place("reason_text", access.id())),
                access.since(),
                access.until());
    }

    /** Who, which case, why and until when stays as it was. */
    int update(Connection connection, EmergencyAccess access) throws SQLException {
        Optional<Review> review = access.review();
        int changed = Sql.update(
                connection,
                "update emergency_access set version = ?, ended_at = ?, ended_by = ?, reviewed_at = ?, reviewed_by = ?,"
                        + " justified = ?, review_note = ?, overdue_told_at = ?"
                        + " where id = ? and service = ? and version = ?",
                access.version(),
                access.ended().map(Stamp::at).orElse(null),
                access.ended().map(by -> by.by().value()).orElse(null),
                review.map(r -> r.by().at()).orElse(null),
                review.map(r -> r.by().by().value()).orElse(null),
                review.map(Review::justified).orElse(null),
                review.map(r -> cipher.encrypt(tenant, r.note(), place("review_note", access.id())))
                        .orElse(null),
                access.overdueTold().orElse(null),
                access.id(),
                tenant.value(),
                access.version() - 1);
        if (changed != 1) {
            throw new StaleVersionException();
        }
        return changed;
    }

    private EmergencyAccess access(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new EmergencyAccess(
                id,
                new CaseId(row.getObject("case_id", UUID.class)),
                new CaseNumber(row.getString("case_number")),
                new UserId(row.getObject("account", UUID.class)),
                EmergencyReason.ofCode(row.getString("reason")).orElse(EmergencyReason.OTHER),
                cipher.decrypt(tenant, row.getBytes("reason_text"), place("reason_text", id)),
                Sql.instant(row, "since"),
                Sql.instant(row, "until_at"),
                stamp(row, "ended_at", "ended_by"),
                Optional.ofNullable(review(row, id)),
                moment(row, "overdue_told_at"),
                row.getLong("version"));
    }

    private @Nullable Review review(ResultSet row, UUID id) throws SQLException {
        Optional<Stamp> by = stamp(row, "reviewed_at", "reviewed_by");
        return by.isEmpty()
                ? null
                : new Review(
                        by.get(),
                        row.getBoolean("justified"),
                        cipher.decrypt(tenant, row.getBytes("review_note"), place("review_note", id)));
    }

    private static Optional<Stamp> stamp(ResultSet row, String at, String by) throws SQLException {
        UUID account = row.getObject(by, UUID.class);
        return account == null
                ? Optional.empty()
                : moment(row, at).map(moment -> new Stamp(moment, new UserId(account)));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? Optional.empty() : Optional.of(Sql.instant(row, column));
    }

    private static String place(String column, UUID row) {
        return "emergency_access|" + column + "|" + row;
    }
}
