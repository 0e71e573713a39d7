// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.BarnahusRecord;

/** A house, a coordinator, a clock that is set by hand. */
final class Fixture {
    static final ServiceId HOUSE = new ServiceId(new UUID(0, 1));
    static final ServiceId OTHER_HOUSE = new ServiceId(new UUID(0, 2));
    static final Limits LIMITS = new Limits(Duration.ofMinutes(15), Duration.ofHours(8), 5, Duration.ofSeconds(2));
    static final String RIGHT = "right";

    final FakeStore store = new FakeStore();
    Instant now = Instant.parse("2026-03-12T08:00:00Z");

    @Nullable
    RuntimeException trouble;

    int verified;
    final SessionTable table = new SessionTable(store, () -> now, LIMITS);
    final SignIns signIns = new SignIns(this::verify, table, store, () -> now, new Throttle(5), new Throttle(20));
    final AccessDecisions gate = new AccessDecisions(table, store, () -> now);

    Fixture() {
        store.houses.add(new BarnahusRecord(HOUSE, "SE-LKP", "SE", "Linköping", "Europe/Stockholm"));
        put("anna", Set.of(Role.COORDINATOR), true);
    }

    static Actor actor(Role... roles) {
        return new Actor(new UserId(new UUID(0, 7)), "anna", HOUSE, "SE-LKP", "SE", Agency.BARNAHUS, Set.of(roles));
    }

    static UserId account(String username) {
        return new UserId(UUID.nameUUIDFromBytes(username.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    void put(String username, Set<Role> roles, boolean enabled) {
        UserId id = account(username);
        store.accounts.put(
                username,
                new AccountRecord(id, HOUSE, username, Agency.BARNAHUS, roles, enabled, "hash", new byte[20], 1));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    private Optional<AccountRecord> verify(Credentials credentials) {
        verified++;
        if (trouble != null) {
            throw trouble;
        }
        return Optional.ofNullable(store.accounts.get(credentials.username()))
                .filter(account -> credentials.password().equals(RIGHT));
    }
}
