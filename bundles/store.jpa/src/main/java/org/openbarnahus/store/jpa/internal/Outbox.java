// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.OutboxEvent;

/** Events in the database, from the commit of their change until every listener has had them. */
final class Outbox {
    /** An event with its place in the order. */
    record Waiting(long seq, OutboxEvent event) {}

    private Outbox() {}

    static void insert(Together statements, List<OutboxEvent> events) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (OutboxEvent event : events) {
            rows.add(new Object[] {event.service().value(), event.topic(), event.objectId()});
        }
        statements.insert("insert into outbox (service, topic, object_id)", rows);
    }

    /** The oldest events that are visible. */
    static List<Waiting> oldest(Connection connection, int most) throws SQLException {
        return Sql.query(
                connection,
                "select seq, service, topic, object_id from outbox order by seq limit ?",
                row -> new Waiting(
                        row.getLong("seq"),
                        new OutboxEvent(
                                new ServiceId(row.getObject("service", UUID.class)),
                                row.getString("topic"),
                                row.getString("object_id"))),
                most);
    }

    /** How many events have not reached every listener yet. */
    static long waiting(Connection connection) throws SQLException {
        return Sql.query(connection, "select count(*) from outbox", row -> row.getLong(1))
                .getFirst();
    }

    /** Exactly these: an event with a smaller number may be committed later than one with a greater. */
    static int delete(Connection connection, List<Waiting> events) throws SQLException {
        Object[] numbers = events.stream().map(Waiting::seq).toArray();
        return Sql.update(
                connection, "delete from outbox where seq = any(?)", connection.createArrayOf("bigint", numbers));
    }
}
