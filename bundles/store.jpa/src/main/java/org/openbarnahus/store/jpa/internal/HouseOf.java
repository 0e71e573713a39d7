// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;

/** Where an account belongs: the first question of {@link Scope#SIGN_IN}, after which the work is that house's. */
final class HouseOf {
    private HouseOf() {}

    static Optional<Scope> account(Connection connection, String username) throws SQLException {
        return first(Sql.query(
                connection,
                "select service from account where username = ?",
                row -> row.getObject("service", UUID.class),
                username));
    }

    static Optional<Scope> account(Connection connection, UserId id) throws SQLException {
        return first(Sql.query(
                connection,
                "select service from account where id = ?",
                row -> row.getObject("service", UUID.class),
                id.value()));
    }

    private static Optional<Scope> first(List<UUID> houses) {
        return houses.stream().findFirst().map(house -> Scope.of(new ServiceId(house)));
    }
}
