// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.service.query.KeyState;
import org.openbarnahus.core.service.store.KeyService;

/** How many cases of a house lie under which of its keys, by the beginning of each case's wrapped key. Opens none of them. */
record KeyCounts(KeyService keys, ServiceId house) {
    private static final String BEGINNING = "substring(case_key from 1 for " + KeyService.VERSION_BYTES + ")";

    private record Count(Optional<byte[]> beginning, long cases) {}

    KeyState state(Connection connection, boolean overdue, Optional<KeyState.Rotation> rotation) throws SQLException {
        long[] cases = new long[keys.versions(house) + 1];
        for (Count each : Sql.query(
                connection,
                "select " + BEGINNING + ", count(*) from case_record where service = ? group by " + BEGINNING,
                row -> new Count(Optional.ofNullable(row.getBytes(1)), row.getLong(2)),
                house.value())) {
            int version = each.beginning().map(b -> keys.version(house, b)).orElse(0);
            cases[version] += each.cases();
        }
        List<KeyState.Version> versions = new ArrayList<>();
        for (int number = 1; number < cases.length; number++) {
            versions.add(new KeyState.Version(number, cases[number]));
        }
        return new KeyState(versions, cases[0], overdue, rotation);
    }
}
