// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.Set;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.query.SignedIn;

/** Who steps up is slowed down by wrong codes of that very account's sessions, and by nobody who only knows its name. */
public class StepUpGuessesTest {
    private static final String HERE = "192.0.2.1";
    private final Fixture fixture = new Fixture();

    private Outcome<SignedIn> signIn(String name, String password) {
        return fixture.signIns.signIn(new Credentials(name, password, Fixture.CODE), HERE);
    }

    private Outcome<SignedIn> stepUp(SignIns signIns, Session session, String code) {
        return signIns.stepUp(session, new Credentials("", "", code), HERE);
    }

    private static ErrorCode code(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).problems().getFirst().code();
    }

    @Test
    public void strangersSlowNoStepUpDownAndAreForgivenNothingByIt() {
        Session session = signIn("anna", Fixture.RIGHT).orElseThrow().session();
        for (int i = 0; i < 30; i++) {
            signIn("anna", "wrong");
        }
        assertEquals(ErrorCode.THROTTLED, code(signIn("anna", Fixture.RIGHT)));
        stepUp(fixture.signIns, session, Fixture.CODE).orElseThrow();
        assertEquals(ErrorCode.THROTTLED, code(signIn("anna", Fixture.RIGHT)));
        fixture.pass(Duration.ofMinutes(1));
        assertEquals(ErrorCode.SIGN_IN_FAILED, code(signIn("anna", "wrong")));
        assertEquals("not five free ones again", ErrorCode.THROTTLED, code(signIn("anna", "wrong")));
    }

    @Test
    public void whoeverHoldsASessionCannotGuessWithoutEndNotEvenAfterARestart() {
        Session session = signIn("anna", Fixture.RIGHT).orElseThrow().session();
        for (int i = 0; i < 5; i++) {
            assertEquals(ErrorCode.SIGN_IN_FAILED, code(stepUp(fixture.signIns, session, "000000")));
        }
        assertEquals(ErrorCode.THROTTLED, code(stepUp(fixture.signIns, session, Fixture.CODE)));
        assertEquals(ErrorCode.THROTTLED, code(stepUp(fixture.signIns(), session, Fixture.CODE)));
        fixture.pass(Duration.ofSeconds(2));
        assertEquals(ErrorCode.SIGN_IN_FAILED, code(stepUp(fixture.signIns, session, "000000")));
        fixture.pass(Duration.ofSeconds(2));
        assertEquals("pauses double", ErrorCode.THROTTLED, code(stepUp(fixture.signIns, session, Fixture.CODE)));
    }

    @Test
    public void theOwnerSignsInAnewIsToldAndStepsUpAsIfNobodyHadTried() {
        Session stolen = signIn("anna", Fixture.RIGHT).orElseThrow().session();
        for (int i = 0; i < 6; i++) {
            stepUp(fixture.signIns, stolen, "000000");
        }
        Session own = signIn("anna", Fixture.RIGHT).orElseThrow().session();
        assertFalse(stolen.alive());
        assertTrue(fixture.store.trail.stream().anyMatch(entry -> entry.detail().equals("failed-tries")));
        for (int i = 0; i < 4; i++) {
            stepUp(fixture.signIns, own, "000000");
        }
        stepUp(fixture.signIns, own, Fixture.CODE).orElseThrow();
    }

    @Test
    public void oneNetworkGuessesAtFewSessions() {
        for (int i = 0; i < 4; i++) {
            fixture.put("user" + i, Set.of(Role.PRACTITIONER), true);
            Session session = signIn("user" + i, Fixture.RIGHT).orElseThrow().session();
            for (int j = 0; j < 5; j++) {
                assertEquals(ErrorCode.SIGN_IN_FAILED, code(stepUp(fixture.signIns, session, "000000")));
            }
        }
        Session session = signIn("anna", Fixture.RIGHT).orElseThrow().session();
        assertEquals(ErrorCode.THROTTLED, code(stepUp(fixture.signIns, session, Fixture.CODE)));
    }

    @Test
    public void noNameThatSomebodyTypesSlowsThoseDownWhoAreCountedApart() {
        Session session = signIn("anna", Fixture.RIGHT).orElseThrow().session();
        for (String name : new String[] {
            "INSIDE FACTOR " + Fixture.id("anna"), "PASSKEY anna", "anna with a passkey", "\uff30ASSKEY anna"
        }) {
            for (int i = 0; i < 6; i++) {
                fixture.signIns.signIn(new Credentials(name, "wrong", "1"), "198.51.100." + i);
            }
        }
        Credentials passkey = new Credentials("anna", Fixture.RIGHT, "", "signed by anna");
        stepUp(fixture.signIns, session, Fixture.CODE).orElseThrow();
        assertTrue(fixture.signIns.signIn(passkey, HERE) instanceof Outcome.Done);
    }
}
