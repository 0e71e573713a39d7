// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.KeyService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what a house has under the keys of the site under the newest of them: second factors, and what is found by a keyed hash. */
record SiteMove(KeyService keys, ServiceId house) {
    private static final Logger LOG = LoggerFactory.getLogger(SiteMove.class);

    private record Factor(UUID account, byte[] sealed) {}

    /** How many rows were written anew. */
    int run(Connection connection) throws SQLException {
        int moved = JpaOutsideIdentityStore.reindex(connection, keys, house);
        for (Factor each : Sql.query(
                connection,
                "select id, otp_secret from account where service = ?",
                row -> new Factor(row.getObject(1, UUID.class), row.getBytes(2)),
                house.value())) {
            try {
                moved += anew(connection, each);
            } catch (IllegalStateException e) {
                // damaged before: one account must not keep all others from their key
                LOG.warn("the second factor of account {} cannot be read, and stays as it is", each.account());
            }
        }
        return moved;
    }

    /** Not where somebody has just set up another one: that lies under the newest key already. */
    private int anew(Connection connection, Factor each) throws SQLException {
        String place = AccountEntity.context(each.account());
        return Sql.update(
                connection,
                "update account set otp_secret = ? where id = ? and otp_secret = ?",
                keys.encryptSite(keys.decryptSite(each.sealed(), place), place),
                each.account(),
                each.sealed());
    }
}
