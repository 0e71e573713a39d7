// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;

/** Appends to the audit trail. An entry is never refused for its size: what is too long is cut. */
final class AuditRows {
    private static final String INSERT =
            "insert into audit (happened_at, service, user_id, session_id, purpose, action, object_type, object_id,"
                    + " result, fields, detail) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private AuditRows() {}

    static void insert(Connection connection, List<AuditEntry> entries) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>(entries.size());
        for (AuditEntry entry : entries) {
            rows.add(row(entry));
        }
        Sql.batch(connection, INSERT, rows);
    }

    private static @Nullable Object[] row(AuditEntry entry) {
        return new @Nullable Object[] {
            entry.at(),
            entry.service().map(ServiceId::value).orElse(null),
            entry.user().map(UserId::value).orElse(null),
            cut(entry.session(), 128),
            entry.purpose().name(),
            entry.action().name(),
            cut(entry.objectType(), 64),
            cut(entry.objectId(), 256),
            entry.result().name(),
            cut(String.join(",", new TreeSet<>(entry.fields())), 20_000),
            cut(entry.detail(), 2_000)
        };
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
