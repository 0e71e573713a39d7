// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.query.SignedIn;

/** A thief has the secret that the owner's step-up replaces: within the seconds that it still opens the session it opens no more. */
public class ExchangedSecretTest {
    private static final Decision STEP_UP = new Decision.Denied("step-up");
    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.7";
    private final Fixture fixture = new Fixture();

    @Before
    public void sheMayAll() {
        fixture.put("anna", Set.of(Role.values()), true);
    }

    private SignedIn signIn() {
        return fixture.signIns
                .signIn(new Credentials("anna", Fixture.RIGHT, Fixture.CODE), HERE)
                .orElseThrow();
    }

    private SignedIn stepUp(SignedIn signedIn) {
        return fixture.signIns
                .stepUp(signedIn.session(), new Credentials("", "", Fixture.CODE), HERE)
                .orElseThrow();
    }

    private Decision decide(Session session, Permission permission) {
        return fixture.gate.decide(session, permission);
    }

    @Test
    public void nothingIsFreshUnderTheSecretOfBefore() {
        SignedIn before = signIn();
        fixture.pass(Duration.ofMinutes(6));
        SignedIn after = stepUp(before);
        Session old = fixture.signIns.find(before.secret(), HERE).orElseThrow();
        assertEquals(before.session().id(), old.id());
        for (Permission permission : Permission.values()) {
            if (PermissionTable.needsStepUp(permission) && permission != Permission.EMERGENCY_USE) {
                assertEquals(permission.name(), STEP_UP, decide(old, permission));
                assertTrue(permission.name(), decide(after.session(), permission) instanceof Decision.Allowed);
            }
        }
        assertTrue("what is under way goes on", decide(old, Permission.CASE_READ) instanceof Decision.Allowed);
    }

    @Test
    public void aRequestThatBeganBeforeTheStepUpIsNotMadeFreshByIt() {
        SignedIn before = signIn();
        fixture.pass(Duration.ofMinutes(6));
        Session slow = fixture.signIns.find(before.secret(), HERE).orElseThrow();
        assertFalse(fixture.signIns.exchanged(slow));
        stepUp(before);
        assertTrue(slow.alive());
        assertTrue(fixture.signIns.exchanged(slow));
        assertEquals(STEP_UP, decide(slow, Permission.OWN_CREDENTIALS));
        fixture.pass(Secrets.OVERLAP);
        assertEquals("nor later", STEP_UP, decide(slow, Permission.OWN_CREDENTIALS));
    }

    @Test
    public void whatWasFreshBeforeIsSoUnderTheNewestSecretOnly() {
        SignedIn first = signIn();
        SignedIn second = stepUp(first);
        SignedIn third = stepUp(second);
        for (SignedIn old : new SignedIn[] {first, second}) {
            Session found = fixture.signIns.find(old.secret(), HERE).orElseThrow();
            assertTrue(fixture.signIns.exchanged(found));
            assertEquals(STEP_UP, decide(found, Permission.AUDIT_EXPORT));
        }
        assertFalse(fixture.signIns.exchanged(third.session()));
        assertTrue(decide(third.session(), Permission.AUDIT_EXPORT) instanceof Decision.Allowed);
    }

    @Test
    public void anExchangedSecretOpensNothingElsewhereAndDoesNotMakeTheOwnerWaitAgain() {
        SignedIn before = signIn();
        fixture.signIns.find(before.secret(), ELSEWHERE);
        SignedIn after = stepUp(before);
        assertEquals(Optional.empty(), fixture.signIns.find(before.secret(), ELSEWHERE));
        assertTrue(fixture.signIns.find(before.secret(), HERE).isPresent());
        assertTrue(decide(after.session(), Permission.CASE_READ) instanceof Decision.Allowed);
    }

    @Test
    public void aLivingSessionDoesNotSeemEndedWhileItsSecretChanges() throws Exception {
        LiveSession live = ((Held) signIn().session()).live();
        Secrets secrets = new Secrets(fixture.time);
        secrets.open(live);
        AtomicInteger ended = new AtomicInteger();
        Thread looking = Thread.ofPlatform().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                if (!secrets.known(live) || secrets.count() != 1) {
                    ended.incrementAndGet();
                }
            }
        });
        for (int i = 0; i < 50_000; i++) {
            assertTrue(secrets.exchange(live).isPresent());
            fixture.pass(Secrets.OVERLAP);
        }
        looking.interrupt();
        looking.join(60_000);
        assertEquals(0, ended.get());
    }
}
