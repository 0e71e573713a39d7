// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.live;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.query.JsonSchemaKind;
import org.openbarnahus.engine.schema.internal.pack.PackText;

public class AskedSchemaTest {
    private final SchemaHouse house = new SchemaHouse(new FakeSurroundings());
    private final Set<Permission> granted = EnumSet.noneOf(Permission.class);
    private final AskedSchema service = new AskedSchema(new Gate(), house, house::packs);

    @Before
    public void aCountryIsThere() {
        house.change(List.of(
                shelf -> shelf.put(PackText.realFiles("core")),
                shelf -> shelf.put(PackText.aCountry().from("folder:xx"))));
    }

    @Test
    public void whoMayReadGetsTheSchemaOfTheOwnCountry() {
        granted.add(Permission.SCHEMA_READ);
        SchemaSnapshot snapshot = service.current(session("XX")).orElseThrow();
        assertEquals("XX", snapshot.country());
        assertEquals(Optional.of(snapshot), service.snapshot(session("XX"), snapshot.id()));
        assertTrue(service.jsonSchema(session("XX"), snapshot.id(), JsonSchemaKind.CASE)
                .orElseThrow()
                .contains("2020-12"));
        assertEquals(Optional.empty(), service.current(session("SE")));
    }

    @Test
    public void whoMayNotGetsNothing() {
        SchemaSnapshot snapshot = house.newest("XX").orElseThrow();
        assertEquals(Optional.empty(), service.current(session("XX")));
        assertEquals(Optional.empty(), service.snapshot(session("XX"), snapshot.id()));
        assertEquals(Optional.empty(), service.jsonSchema(session("XX"), snapshot.id(), JsonSchemaKind.CASE));
        assertEquals(List.of(), service.packs(session("XX")));
    }

    @Test
    public void packsNeedTheirOwnPermission() {
        granted.add(Permission.SCHEMA_READ);
        assertEquals(List.of(), service.packs(session("XX")));
        granted.add(Permission.PLUGIN_READ);
        assertEquals(2, service.packs(session("XX")).size());
    }

    private static Session session(String country) {
        Actor actor = new Actor(
                new UserId(new UUID(0, 1)),
                "somebody",
                new ServiceId(new UUID(0, 2)),
                country + "-TST",
                country,
                Agency.BARNAHUS,
                Set.of(Role.COORDINATOR));
        return new Session() {
            @Override
            public String id() {
                return "session";
            }

            @Override
            public Actor actor() {
                return actor;
            }

            @Override
            public boolean alive() {
                return true;
            }
        };
    }

    private final class Gate implements AccessGate {
        @Override
        public Decision decide(Session session, Permission permission) {
            return granted.contains(permission) ? new Decision.Allowed(Purpose.CASE_WORK) : new Decision.Denied("role");
        }

        @Override
        public Decision decide(
                Session session, Permission permission, ServiceId owner, String objectType, String objectId) {
            return decide(session, permission);
        }
    }
}
