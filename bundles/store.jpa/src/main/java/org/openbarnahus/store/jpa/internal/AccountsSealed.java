// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.KeyService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Version 58 of the tables: what lets people in is sealed with all that it counts for. What lies there before this step is
 * believed, and nothing afterwards. May be run again. Decision 47.
 */
record AccountsSealed(Dialect dialect, KeyService keys) implements KeyedMigration {
    private static final Logger LOG = LoggerFactory.getLogger(AccountsSealed.class);

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("58");
    }

    @Override
    public String getDescription() {
        return "accounts sealed";
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        dialect.enter(connection, Scope.SITE);
        List<UUID> houses = Sql.query(connection, "select id from service", row -> row.getObject(1, UUID.class));
        for (UUID house : houses) {
            ServiceId id = new ServiceId(house);
            dialect.enter(connection, Scope.of(id));
            for (SealedRow each : SealedRow.of(connection, id)) {
                if (opened(each.sealed(), each.place()).isEmpty()) {
                    seal(connection, each);
                }
            }
        }
    }

    private void seal(Connection connection, SealedRow row) throws SQLException {
        Optional<byte[]> plain = row.table().equals("account")
                ? opened(row.sealed(), AccountSeal.before(row.account()))
                : Optional.of(row.sealed());
        if (plain.isPresent()) {
            row.replace(connection, keys.encryptSite(plain.get(), row.place()));
        } else {
            LOG.warn("the second factor of account {} cannot be read, and stays as it is", row.account());
        }
    }

    private Optional<byte[]> opened(byte[] sealed, String place) {
        try {
            return Optional.of(keys.decryptSite(sealed, place));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }
}
