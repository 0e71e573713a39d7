// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.Credentials;

/** What needs a second factor of the last five minutes, and drafts. */
public class StepUpTest {
    private static final Decision STEP_UP = new Decision.Denied("step-up");
    private final Fixture fixture = new Fixture();

    @Before
    public void everybodySigns() {
        List.of("mia", "otto").forEach(fixture::sign);
    }

    private Session signIn(String name, Role... roles) {
        fixture.put(name, Set.of(roles), true);
        return fixture.signIns
                .signIn(new Credentials(name, Fixture.RIGHT, "1"), "192.0.2.1")
                .orElseThrow()
                .session();
    }

    @Test
    public void grantsKeysExportsAndOwnCredentialsNeedAFreshFactorAndNothingElseDoes() {
        Session session = signIn("mia", Role.values());
        fixture.pass(Duration.ofMinutes(5).minusSeconds(1));
        assertTrue(fixture.gate.decide(session, Permission.USER_GRANT) instanceof Decision.Allowed);
        fixture.pass(Duration.ofSeconds(1));
        Set<Permission> stale = EnumSet.noneOf(Permission.class);
        for (Permission permission : Permission.values()) {
            if (fixture.gate.decide(session, permission).equals(STEP_UP)) {
                stale.add(permission);
            }
        }
        assertEquals(
                EnumSet.of(
                        Permission.USER_GRANT,
                        Permission.REQUEST_CONFIRM,
                        Permission.CASE_ERASE,
                        Permission.HOLD_LIFT,
                        Permission.PLUGIN_SWITCH,
                        Permission.AUDIT_EXPORT,
                        Permission.KEY_OPERATE,
                        Permission.OWN_CREDENTIALS),
                stale);
        session = fixture.signIns
                .stepUp(session, new Credentials("", "", Fixture.CODE), "192.0.2.1")
                .orElseThrow()
                .session();
        assertTrue(fixture.gate.decide(session, Permission.USER_GRANT) instanceof Decision.Allowed);
        fixture.pass(Duration.ofMinutes(5));
        assertEquals(STEP_UP, fixture.gate.decide(session, Permission.USER_GRANT));
    }

    @Test
    public void anEmergencyNeedsAFreshFactorToo() {
        Session session = signIn("otto", Role.PRACTITIONER);
        assertTrue(fixture.gate.decide(session, Permission.EMERGENCY_USE) instanceof Decision.Allowed);
        fixture.pass(Duration.ofMinutes(5));
        assertEquals(STEP_UP, fixture.gate.decide(session, Permission.EMERGENCY_USE));
        assertTrue(fixture.gate.decide(session, Permission.EMERGENCY_END) instanceof Decision.Allowed);
    }

    @Test
    public void aFreshFactorGivesNobodyWhatTheRoleDoesNot() {
        Session session = signIn("otto", Role.PRACTITIONER);
        assertEquals(new Decision.Denied("role"), fixture.gate.decide(session, Permission.USER_GRANT));
        assertEquals(new Decision.Denied("role"), fixture.gate.decide(session, Permission.AUDIT_EXPORT));
    }

    @Test
    public void aDraftComesBackToItsOwnerAfterANewSignInAndToNobodyElse() {
        Session session = signIn("mia", Role.COORDINATOR);
        fixture.drafts.keep(session, "case/1", "typed");
        fixture.pass(Duration.ofMinutes(20));
        fixture.drafts.keep(session, "case/1", "typed when signed out");
        Session again = signIn("mia", Role.COORDINATOR);
        assertEquals("typed", fixture.drafts.find(again, "case/1").orElseThrow().content());
        Session other = signIn("otto", Role.COORDINATOR);
        assertTrue(fixture.drafts.find(other, "case/1").isEmpty());
        fixture.drafts.forget(other, "case/1");
        assertTrue(fixture.drafts.find(again, "case/1").isPresent());
        fixture.drafts.forget(again, "case/1");
        assertTrue(fixture.drafts.find(again, "case/1").isEmpty());
        fixture.drafts.keep(again, "case/1", "x".repeat(org.openbarnahus.core.service.DraftService.LONGEST + 1));
        fixture.drafts.keep(again, "case 1; drop", "x");
        assertEquals(0, fixture.remembered.drafts.size());
    }
}
