// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.service.store.AuditSearch;
import org.openbarnahus.core.service.store.ChainHead;
import org.openbarnahus.core.service.store.ChainedEntry;

/** Reads the audit trail. */
final class AuditRows {
    private static final String SELECT =
            "select seq, previous, hash, happened_at, service, user_id, session_id, purpose, action, object_type,"
                    + " object_id, result, fields, detail, address from audit where chain = ?";

    private AuditRows() {}

    static ChainHead head(ResultSet row) throws SQLException {
        UUID chain = row.getObject("chain", UUID.class);
        return new ChainHead(new ServiceId(chain), row.getLong("seq"), row.getString("hash"));
    }

    static List<ChainHead> heads(Connection connection) throws SQLException {
        return Sql.query(connection, "select chain, seq, hash from audit_head order by chain", AuditRows::head);
    }

    static Optional<ChainedEntry> entry(Connection connection, ServiceId chain, long seq) throws SQLException {
        return Sql.query(connection, SELECT + " and seq = ?", AuditRows::linked, chain.value(), seq).stream()
                .findFirst();
    }

    static List<ChainedEntry> after(Connection connection, ServiceId chain, long seq, int limit) throws SQLException {
        return Sql.query(
                connection,
                SELECT + " and seq > ? order by seq fetch first " + limit + " rows only",
                AuditRows::linked,
                chain.value(),
                seq);
    }

    /** In the order of the index of objects. */
    static final String ABOUT = SELECT + " and object_id = ? and happened_at >= ? order by chain desc, object_id desc,"
            + " seq desc fetch first ";

    static List<ChainedEntry> about(Connection connection, ServiceId chain, String objectId, Instant from, int limit)
            throws SQLException {
        return Sql.query(connection, ABOUT + limit + " rows only", AuditRows::linked, chain.value(), objectId, from);
    }

    /** A house sees its own chain only, and a case of its own only. */
    static List<ChainedEntry> find(Connection connection, ServiceId chain, AuditSearch search) throws SQLException {
        StringBuilder sql = new StringBuilder(SELECT).append(" and happened_at >= ? and happened_at < ?");
        List<@Nullable Object> values = new ArrayList<>(List.of(chain.value(), search.from(), search.until()));
        if (search.caseNumber().isPresent()) {
            Optional<UUID> found = caseId(connection, chain, search.caseNumber().get());
            if (found.isEmpty()) {
                return List.of();
            }
            List<String> about = withTimeline(connection, found.get());
            sql.append(" and object_id in (").append(marks(about.size())).append(')');
            values.addAll(about);
        }
        search.user().ifPresent(user -> {
            sql.append(" and user_id = ?");
            values.add(user.value());
        });
        in(sql, values, "action", search.actions());
        in(sql, values, "result", search.results());
        sql.append(" and seq < ? order by seq desc fetch first ").append(search.limit());
        values.add(search.before());
        return Sql.query(connection, sql.append(" rows only").toString(), AuditRows::linked, values.toArray());
    }

    private static Optional<UUID> caseId(Connection connection, ServiceId house, String number) throws SQLException {
        return Sql.query(
                        connection,
                        "select id from case_record where service = ? and case_number = ? union all"
                                + " select case_id from erased_case where service = ? and case_number = ?",
                        row -> row.getObject(1, UUID.class),
                        house.value(),
                        number,
                        house.value(),
                        number)
                .stream()
                .findFirst();
    }

    /** Ids, not a subquery: so the index of objects serves however long the trail is. */
    private static List<String> withTimeline(Connection connection, UUID caseId) throws SQLException {
        List<String> ids = new ArrayList<>(List.of(caseId.toString()));
        ids.addAll(Sql.query(
                connection,
                "select id from timeline_entry where case_id = ?",
                row -> row.getObject("id", UUID.class).toString(),
                caseId));
        return ids;
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private static void in(
            StringBuilder sql, List<@Nullable Object> values, String column, Collection<? extends Enum<?>> wanted) {
        if (!wanted.isEmpty()) {
            sql.append(" and ").append(column).append(" in (");
            sql.append(String.join(", ", Collections.nCopies(wanted.size(), "?")))
                    .append(')');
            wanted.forEach(w -> values.add(w.name()));
        }
    }

    static ChainedEntry linked(ResultSet row) throws SQLException {
        UUID service = row.getObject("service", UUID.class);
        UUID user = row.getObject("user_id", UUID.class);
        AuditEntry entry = new AuditEntry(
                Sql.instant(row, "happened_at"),
                Optional.ofNullable(service).map(ServiceId::new),
                Optional.ofNullable(user).map(UserId::new),
                row.getString("session_id"),
                Purpose.valueOf(row.getString("purpose")),
                AuditEntry.Action.valueOf(row.getString("action")),
                row.getString("object_type"),
                row.getString("object_id"),
                AuditEntry.Result.valueOf(row.getString("result")),
                AuditForm.fields(row.getString("fields")),
                row.getString("detail"),
                row.getString("address"));
        return new ChainedEntry(row.getLong("seq"), row.getString("previous"), row.getString("hash"), entry);
    }
}
