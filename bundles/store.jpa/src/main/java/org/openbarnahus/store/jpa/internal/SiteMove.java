// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.store.KeyService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what a house has under the keys of the site under the newest of them: what lets people in, and what is found by a keyed hash. */
record SiteMove(KeyService keys, ServiceId house) {
    private static final Logger LOG = LoggerFactory.getLogger(SiteMove.class);

    /** How many rows were written anew. */
    int run(Connection connection) throws SQLException {
        int moved = JpaOutsideIdentityStore.reindex(connection, keys, house);
        for (SealedRow each : SealedRow.of(connection, house)) {
            try {
                byte[] plain = keys.decryptSite(each.sealed(), each.place());
                moved += each.replace(connection, keys.encryptSite(plain, each.place()));
            } catch (IllegalStateException e) {
                // damaged before: one account must not keep all others from their key
                LOG.warn(
                        "{} of {} of account {} cannot be read, and stays as it is",
                        each.column(),
                        each.table(),
                        each.account());
            }
        }
        return moved;
    }
}
