// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import static org.junit.Assert.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.ui.kit.view.ViewContribution;

/** No page is offered to somebody whom its service would refuse after the form is filled in. */
public class StaffTest {
    private final CaseDesk desk = new CaseDesk(
            context -> {
                throw new AssertionError("nobody asks for a form");
            },
            () -> {});

    private record Signed(Actor actor) implements Session {
        @Override
        public String id() {
            return "s1";
        }

        @Override
        public boolean alive() {
            return true;
        }
    }

    private static Session with(Role role) {
        return new Signed(new Actor(
                new UserId(new UUID(0, 7)),
                "anna",
                new ServiceId(new UUID(0, 1)),
                "SE-LKP",
                "SE",
                Agency.BARNAHUS,
                Set.of(role)));
    }

    private static Set<Role> seenBy(ViewContribution page) {
        return Stream.of(Role.values())
                .filter(role -> page.visibleTo(with(role)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    @Test
    public void onlyWhoeverMayMakeCasesIsShownTheirForms() {
        assertEquals(Set.of(Role.COORDINATOR), seenBy(new NewCasePage(desk)));
        assertEquals(Set.of(Role.COORDINATOR), seenBy(new ImportPage(desk)));
    }

    @Test
    public void whoeverReadsCasesIsShownThem() {
        Set<Role> readers = Set.of(Role.COORDINATOR, Role.MANAGER, Role.PRACTITIONER);
        assertEquals(readers, seenBy(new CaseListPage(desk)));
        assertEquals(readers, seenBy(new CasePageContribution(desk)));
    }
}
