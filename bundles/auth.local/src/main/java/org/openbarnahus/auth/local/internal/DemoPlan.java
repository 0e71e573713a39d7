// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.store.BarnahusRecord;

/** Who is in a demonstration: two houses, in each one account per role and per agency, and two of the police. */
final class DemoPlan {
    static final List<BarnahusRecord> HOUSES = List.of(
            new BarnahusRecord(
                    ServiceId.of("00000000-0000-4000-8000-00000000005e"),
                    "SE-DEMO",
                    "SE",
                    "Barnahus Demo Sverige",
                    "Europe/Stockholm"),
            new BarnahusRecord(
                    ServiceId.of("00000000-0000-4000-8000-0000000000f0"),
                    "NO-DEMO",
                    "NO",
                    "Barnehus Demo Norge",
                    "Europe/Oslo"));

    private DemoPlan() {}

    /** One account to make. */
    record Member(BarnahusRecord house, String name, Agency agency, Role role) {
        String username() {
            return house.country().toLowerCase(Locale.ROOT) + "-" + name;
        }

        /** Fixed, so that whoever makes the demo cases can say who works with them before there are accounts. */
        UserId id() {
            return new UserId(UUID.nameUUIDFromBytes(("demo:" + username()).getBytes(StandardCharsets.UTF_8)));
        }
    }

    static List<Member> members() {
        return HOUSES.stream()
                .flatMap(house -> Stream.of(
                        new Member(house, "coordinator", Agency.BARNAHUS, Role.COORDINATOR),
                        new Member(house, "police", Agency.POLICE, Role.PRACTITIONER),
                        new Member(house, "police2", Agency.POLICE, Role.PRACTITIONER),
                        new Member(house, "prosecution", Agency.PROSECUTION, Role.PRACTITIONER),
                        new Member(house, "child-protection", Agency.CHILD_PROTECTION, Role.PRACTITIONER),
                        new Member(house, "health", Agency.HEALTH, Role.PRACTITIONER),
                        new Member(house, "manager", Agency.BARNAHUS, Role.MANAGER),
                        new Member(house, "dpo", Agency.BARNAHUS, Role.DPO),
                        new Member(house, "national-admin", Agency.BARNAHUS, Role.NATIONAL_ADMIN),
                        new Member(house, "network-analyst", Agency.BARNAHUS, Role.NETWORK_ANALYST)))
                .toList();
    }
}
