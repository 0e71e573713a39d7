// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.RequestRecord;

/** Answered requests. */
final class Requests {
    private static final String INSERT =
            "insert into answered_request (service, user_id, request_key, fingerprint, kind, object_id,"
                    + " object_version, answered_at) values (?, ?, ?, ?, ?, ?, ?, ?)";

    private Requests() {}

    static Optional<RequestRecord> find(Transaction transaction, ServiceId tenant, String user, String key) {
        return transaction
                .query(
                        row -> new RequestRecord(
                                user,
                                key,
                                row.getString("fingerprint"),
                                row.getString("kind"),
                                row.getString("object_id"),
                                row.getLong("object_version"),
                                Sql.instant(row, "answered_at")),
                        "select fingerprint, kind, object_id, object_version, answered_at from answered_request"
                                + " where user_id = ? and request_key = ? and service = ?",
                        user,
                        key,
                        tenant.value())
                .stream()
                .findFirst();
    }

    /** Fails when the key is taken; waits for a transaction that is about to take it. */
    static void insert(Together statements, ServiceId tenant, RequestRecord request) {
        statements.add(INSERT, parameters(tenant, request));
    }

    static void insert(Connection connection, ServiceId tenant, RequestRecord request) throws SQLException {
        Sql.update(connection, INSERT, parameters(tenant, request));
    }

    private static Object[] parameters(ServiceId tenant, RequestRecord request) {
        return new Object[] {
            tenant.value(),
            request.user(),
            request.key(),
            request.fingerprint(),
            request.kind(),
            request.objectId(),
            request.version(),
            request.at()
        };
    }

    /** Forgets what was answered, and tokens that ended, before the instant. */
    static void purge(Connection connection, Instant before, Instant now) throws SQLException {
        Sql.update(connection, "delete from answered_request where answered_at < ?", before);
        Sql.update(connection, "delete from token where expires_at < ?", now);
    }
}
