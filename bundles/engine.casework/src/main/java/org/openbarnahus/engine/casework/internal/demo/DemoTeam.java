// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.store.CaseMember;
import org.openbarnahus.engine.casework.internal.save.Save;

/** Who of the demo's agencies works with which case: each with most of them, nobody with all. */
final class DemoTeam {
    /** Every so many cases one is not somebody's; the second of the police has but a few. */
    private static final int LEFT_OUT = 5;

    private static final List<String> AGENCIES = List.of("police", "prosecution", "child-protection", "health");
    private static final String SECOND = "police2";

    private final DemoHouse house;
    private int told;

    DemoTeam(DemoHouse house) {
        this.house = house;
    }

    List<CaseMember> of(Save kept) {
        int number = told++;
        List<CaseMember> team = new ArrayList<>();
        for (int i = 0; i < AGENCIES.size(); i++) {
            if (number % LEFT_OUT != i) {
                team.add(member(kept, AGENCIES.get(i)));
            }
        }
        if (number % LEFT_OUT == 0) {
            team.add(member(kept, SECOND));
        }
        return team;
    }

    private CaseMember member(Save kept, String name) {
        Stamp stamp = kept.caller().stamp();
        return CaseMember.granted(kept.draft().file().id(), account(name), stamp, Optional.empty());
    }

    /** As auth.local makes the ids of the demo's accounts: accounts and cases meet whoever is first. */
    private UserId account(String name) {
        String username = house.record().country().toLowerCase(Locale.ROOT) + "-" + name;
        return new UserId(UUID.nameUUIDFromBytes(("demo:" + username).getBytes(StandardCharsets.UTF_8)));
    }
}
