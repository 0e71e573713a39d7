// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.KeyService;

/**
 * Version 55 of the tables: what lay in the clear in outside_identity goes, sealed, into linked_identity.
 */
record IdentitiesSealed(Dialect dialect, KeyService keys) implements KeyedMigration {
    private record Clear(UUID account, ServiceId house, OutsideIdentity identity, Instant linked) {}

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("55");
    }

    @Override
    public String getDescription() {
        return "identities sealed";
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        if (!there(connection)) {
            return;
        }
        dialect.enter(connection, Scope.SIGN_IN);
        for (Clear each : clear(connection)) {
            dialect.enter(connection, Scope.of(each.house()));
            Sql.update(
                    connection,
                    "insert into linked_identity (account, service, identity_index, sealed, linked_at)"
                            + " values (?, ?, ?, ?, ?)",
                    each.account(),
                    each.house().value(),
                    each.identity().indexes(keys).getFirst(),
                    each.identity().sealed(keys, each.house(), each.account()),
                    each.linked());
        }
        dialect.enter(connection, Scope.SITE);
        Sql.execute(connection, "drop table outside_identity");
    }

    /** H2 commits with the drop: after a crash right behind it all is done but for Flyway's own note. */
    private static boolean there(Connection connection) throws SQLException {
        return BackupTable.all(connection).stream()
                .anyMatch(table -> table.name().equals("outside_identity"));
    }

    private static List<Clear> clear(Connection connection) throws SQLException {
        return Sql.query(
                connection,
                "select o.account, a.service, o.issuer, o.subject, o.linked_at"
                        + " from outside_identity o join account a on a.id = o.account",
                row -> new Clear(
                        row.getObject("account", UUID.class),
                        new ServiceId(row.getObject("service", UUID.class)),
                        new OutsideIdentity(row.getString("issuer"), row.getString("subject")),
                        Sql.instant(row, "linked_at")));
    }
}
