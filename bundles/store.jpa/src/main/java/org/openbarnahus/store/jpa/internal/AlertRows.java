// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.store.AlertRecord;
import org.openbarnahus.core.service.store.AlertRecord.Acknowledged;

/** Alerts of houses. What somebody wrote about one lies under the key of the house. */
record AlertRows(TextCipher cipher) {
    private static final String OPEN = " and acknowledged_at is null";

    List<AlertRecord> of(Connection connection, ServiceId house, boolean openOnly, int limit) throws SQLException {
        return Sql.query(
                connection,
                "select * from alert where service = ?" + (openOnly ? OPEN : "")
                        + " order by last_at desc, id fetch first " + limit + " rows only",
                this::record,
                house.value());
    }

    static long open(Connection connection, ServiceId house) throws SQLException {
        return Sql.query(
                        connection,
                        "select count(*) from alert where service = ?" + OPEN,
                        row -> row.getLong(1),
                        house.value())
                .getFirst();
    }

    static void insert(Connection connection, AlertRecord alert) throws SQLException {
        Sql.update(
                connection,
                "insert into alert (id, service, rule, user_id, first_at, last_at, event_count, seq)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                alert.id(),
                alert.service().value(),
                alert.rule(),
                alert.user().map(UserId::value).orElse(null),
                alert.first(),
                alert.last(),
                alert.count(),
                alert.seq());
    }

    static boolean count(Connection connection, AlertRecord alert) throws SQLException {
        return 1
                == Sql.update(
                        connection,
                        "update alert set last_at = ?, event_count = ?, seq = ? where id = ? and service = ?" + OPEN,
                        alert.last(),
                        alert.count(),
                        alert.seq(),
                        alert.id(),
                        alert.service().value());
    }

    boolean acknowledge(Connection connection, ServiceId house, UUID alert, Acknowledged by) throws SQLException {
        return 1
                == Sql.update(
                        connection,
                        "update alert set acknowledged_by = ?, acknowledged_at = ?, note = ? where id = ? and service = ?"
                                + OPEN,
                        by.by().value(),
                        by.at(),
                        cipher.encrypt(house, by.note(), place(alert)),
                        alert,
                        house.value());
    }

    private AlertRecord record(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        ServiceId house = new ServiceId(row.getObject("service", UUID.class));
        return new AlertRecord(
                id,
                house,
                row.getString("rule"),
                Optional.ofNullable(row.getObject("user_id", UUID.class)).map(UserId::new),
                Sql.instant(row, "first_at"),
                Sql.instant(row, "last_at"),
                row.getLong("event_count"),
                row.getLong("seq"),
                Optional.ofNullable(acknowledged(row, house, id)));
    }

    private @Nullable Acknowledged acknowledged(ResultSet row, ServiceId house, UUID id) throws SQLException {
        UUID by = row.getObject("acknowledged_by", UUID.class);
        return by == null
                ? null
                : new Acknowledged(
                        new UserId(by),
                        Sql.instant(row, "acknowledged_at"),
                        cipher.decrypt(house, row.getBytes("note"), place(id)));
    }

    private static String place(UUID alert) {
        return "alert|note|" + alert;
    }
}
