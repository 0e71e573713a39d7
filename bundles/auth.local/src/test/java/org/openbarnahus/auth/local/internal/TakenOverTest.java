// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.AccountAct;
import org.openbarnahus.core.service.command.NewMember;
import org.openbarnahus.core.service.query.AccountRequest;

/** Two persons who go together take over no account that the house, or the nation, relies on. */
public class TakenOverTest extends WatchedHouse {
    /** Whoever held the officer's account could agree to everything else in the name of the house. */
    @Test
    public void nationalAdministratorsTakeOverNobodyWhoWatches() {
        put("nation", Role.NATIONAL_ADMIN);
        put("other-nation", Role.NATIONAL_ADMIN);
        put("kalle", Role.PRACTITIONER);
        Session nation = as("nation");
        for (AccountAct act : List.of(
                AccountAct.reset("dora"),
                AccountAct.invite(new NewMember("nya", Agency.BARNAHUS, Set.of(Role.DPO))),
                AccountAct.roles("kalle", Set.of(Role.DPO)))) {
            AccountRequest request = second.ask(nation, act).orElseThrow();
            assertFalse(act.kind().code(), request.confirmers().contains("other-nation"));
            assertEquals(ErrorCode.NOT_YOURSELF, code(second.confirm(as("other-nation"), request.id())));
        }
    }

    @Test
    public void aRequestEndsWhenWhomItConcernsBecomesMoreThanWhoeverAskedMayGive() {
        AccountRequest reset =
                second.ask(as("maria"), AccountAct.reset("karin")).orElseThrow();
        put("karin", Role.MANAGER, Role.NATIONAL_ADMIN);
        assertEquals(ErrorCode.NOT_FOUND, code(second.confirm(as("dora"), reset.id())));
        assertTrue(codes.enrolments.isEmpty());
        assertEquals("lapsed", waiting.trail.getLast().detail().strip());
    }
}
