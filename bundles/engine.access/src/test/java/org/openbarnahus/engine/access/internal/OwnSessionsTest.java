// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.query.OwnSession;
import org.openbarnahus.core.service.query.SignedIn;

/** A person's own session: seen, ended, and under another secret after each fresh second factor. */
public class OwnSessionsTest {
    private static final String HERE = "192.0.2.1";
    private final Fixture fixture = new Fixture();

    private SignedIn signIn(String name) {
        return fixture.signIns
                .signIn(new Credentials(name, Fixture.RIGHT, Fixture.CODE), HERE)
                .orElseThrow();
    }

    private SignedIn stepUp(SignedIn signedIn) {
        return fixture.signIns
                .stepUp(signedIn.session(), new Credentials("", "", Fixture.CODE), HERE)
                .orElseThrow();
    }

    private static ErrorCode refused(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).problems().getFirst().code();
    }

    @Test
    public void aFreshSecondFactorGivesTheSessionAnotherSecret() {
        SignedIn before = signIn("anna");
        SignedIn after = stepUp(before);
        assertNotEquals(before.secret(), after.secret());
        assertEquals(
                "open pages keep their session",
                before.session().id(),
                after.session().id());
        assertTrue(before.session().alive());
        assertEquals(Optional.of(after.session()), fixture.signIns.find(after.secret()));
        assertEquals("what is under way goes on", Optional.of(before.session()), fixture.signIns.find(before.secret()));
        fixture.pass(Secrets.OVERLAP.minusMillis(1));
        assertTrue(fixture.signIns.find(before.secret()).isPresent());
        fixture.pass(Duration.ofMillis(1));
        assertTrue(fixture.signIns.find(before.secret()).isEmpty());
        assertTrue(fixture.signIns.find(after.secret()).isPresent());
        assertEquals(1, fixture.table.count());
    }

    @Test
    public void anExchangedSecretEndsWithItsSession() {
        SignedIn before = signIn("anna");
        SignedIn after = stepUp(before);
        fixture.signIns.signOut(after.session());
        assertTrue(fixture.signIns.find(before.secret()).isEmpty());
        assertTrue(fixture.signIns.find(after.secret()).isEmpty());
        assertEquals(
                ErrorCode.SIGNED_OUT,
                refused(fixture.signIns.stepUp(before.session(), new Credentials("", "", Fixture.CODE), HERE)));
        assertEquals(0, fixture.table.count());
    }

    @Test
    public void whoeverWasShutOutIsToldWhyUnderTheNewestSecret() {
        SignedIn after = stepUp(signIn("anna"));
        signIn("anna");
        assertTrue(fixture.signIns.ended(after.secret()).isPresent());
    }

    @Test
    public void thePersonSeesTheOwnSessionAndEndsIt() {
        fixture.put("otto", Set.of(Role.COORDINATOR), true);
        SignedIn others = signIn("otto");
        SignedIn signedIn = signIn("anna");
        fixture.signIns.recognise(signedIn.session(), "", "Firefox Linux");
        fixture.pass(Duration.ofMinutes(3));
        fixture.signIns.find(signedIn.secret());
        OwnSession own = new OwnSession(
                signedIn.session().id(), fixture.now.minusSeconds(180), fixture.now, "Firefox Linux", true);
        assertEquals(List.of(own), fixture.signIns.mine(signedIn.session()).orElseThrow());
        assertEquals(
                "somebody else's is nobody's here",
                ErrorCode.NOT_FOUND,
                refused(fixture.signIns.end(signedIn.session(), others.session().id())));
        assertTrue(others.session().alive());
        assertEquals(own, fixture.signIns.end(signedIn.session(), own.id()).orElseThrow());
        assertFalse(signedIn.session().alive());
        assertEquals(AuditEntry.Action.SIGN_OUT, fixture.store.trail.getLast().action());
        assertEquals(ErrorCode.SIGNED_OUT, refused(fixture.signIns.mine(signedIn.session())));
        assertEquals(ErrorCode.SIGNED_OUT, refused(fixture.signIns.end(signedIn.session(), own.id())));
    }
}
