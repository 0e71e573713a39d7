// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import org.junit.Test;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.Credentials;

public class AccessDecisionsTest {
    private static final Decision NO_SESSION = new Decision.Denied("session");

    private final Fixture fixture = new Fixture();
    private final Session session = fixture.signIns
            .signIn(new Credentials("anna", Fixture.RIGHT, "1"), "192.0.2.1")
            .orElseThrow()
            .session();

    private AuditEntry last() {
        return fixture.store.trail.getLast();
    }

    @Test
    public void whatIsAllowedCarriesItsPurposeAndIsNotDenied() {
        assertEquals(
                new Decision.Allowed(Purpose.CASE_WORK),
                fixture.gate.decide(session, Permission.CASE_READ, Fixture.HOUSE, "case", "c1"));
        assertEquals(Action.SIGN_IN, last().action());
    }

    @Test
    public void aForgedSessionIsDeniedAndNothingItSaysIsBelieved() {
        Session forged = new Session() {
            @Override
            public String id() {
                return session.id();
            }

            @Override
            public Actor actor() {
                return Fixture.actor(Role.values());
            }

            @Override
            public boolean alive() {
                return true;
            }
        };
        assertEquals(NO_SESSION, fixture.gate.decide(forged, Permission.OWN_SESSION));
        assertEquals(NO_SESSION, fixture.gate.decide(forged, Permission.CASE_READ, Fixture.HOUSE, "case", "c1"));
        assertTrue(last().user().isEmpty());
        assertEquals(Result.DENIED, last().result());
    }

    @Test
    public void aSessionOfTheSameTypeThatIsNotInTheTableIsDenied() {
        LiveSession copy = new LiveSession(
                session.id(),
                Fixture.actor(Role.values()),
                ((Held) session).live().account,
                Moment.now(fixture.time),
                fixture.table);
        assertEquals(NO_SESSION, fixture.gate.decide(new Held(copy), Permission.OWN_SESSION));
        assertTrue(session.alive());
    }

    @Test
    public void anEndedSessionIsDenied() {
        fixture.pass(Duration.ofMinutes(15));
        assertEquals(NO_SESSION, fixture.gate.decide(session, Permission.CASE_READ));
    }

    @Test
    public void aDenialIsAuditedWithItsReasonAndObject() {
        assertEquals(
                new Decision.Denied("tenant"),
                fixture.gate.decide(session, Permission.CASE_READ, Fixture.OTHER_HOUSE, "case", "c9"));
        assertEquals("case/c9/tenant/DENIED", describe(last()));
        assertEquals(new Decision.Denied("role"), fixture.gate.decide(session, Permission.USER_MANAGE));
        assertEquals("user//role/DENIED", describe(last()));
        assertEquals(session.actor().user(), last().user().orElseThrow());
    }

    private static String describe(AuditEntry entry) {
        return String.join(
                "/",
                entry.objectType(),
                entry.objectId(),
                entry.detail(),
                entry.result().name());
    }
}
