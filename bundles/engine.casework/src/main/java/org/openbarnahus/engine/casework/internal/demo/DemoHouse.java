// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.demo;

import java.util.List;
import java.util.Set;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.store.BarnahusRecord;

/** The two houses of the demo mode. Their ids are fixed, so that accounts and cases meet whoever is first. */
enum DemoHouse {
    SWEDISH("00000000-0000-4000-8000-00000000005e", "SE-DEMO", "SE", "Barnahus Demo", "Europe/Stockholm"),
    NORWEGIAN("00000000-0000-4000-8000-0000000000f0", "NO-DEMO", "NO", "Barnehus Demo", "Europe/Oslo");

    /** Nobody's account: who wrote the synthetic cases. */
    private static final UserId AUTHOR = UserId.of("00000000-0000-4000-8000-0000000000de");

    private final BarnahusRecord record;

    DemoHouse(String id, String code, String country, String name, String zone) {
        record = new BarnahusRecord(ServiceId.of(id), code, country, name, zone);
    }

    BarnahusRecord record() {
        return record;
    }

    static List<DemoHouse> ofCountry(String country) {
        return List.of(values()).stream()
                .filter(h -> h.record.country().equals(country))
                .toList();
    }

    /** Stands in for a person; good for nothing but this bundle's own calls. */
    Session session() {
        Actor actor = new Actor(
                AUTHOR,
                "demo",
                record.id(),
                record.code(),
                record.country(),
                Agency.BARNAHUS,
                Set.of(Role.COORDINATOR));
        return new AuthorSession(actor);
    }

    private record AuthorSession(Actor actor) implements Session {
        @Override
        public String id() {
            return "demo";
        }

        @Override
        public boolean alive() {
            return true;
        }
    }
}
