// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.query.SignedIn;

public class SignInTest {
    private final Fixture fixture = new Fixture();

    private Outcome<SignedIn> signIn(String username, String password, String source) {
        return fixture.signIns.signIn(new Credentials(username, password, "123456"), source);
    }

    private SignedIn signedIn() {
        return signIn("anna", Fixture.RIGHT, "192.0.2.1").orElseThrow();
    }

    private static ErrorCode code(Outcome<SignedIn> outcome) {
        return ((Outcome.Refused<SignedIn>) outcome).problems().getFirst().code();
    }

    @Test
    public void theSecretHas256BitsAndLeadsToTheSession() {
        SignedIn signedIn = signedIn();
        assertEquals(43, signedIn.secret().length());
        assertEquals(signedIn.session(), fixture.signIns.find(signedIn.secret()).orElseThrow());
        assertEquals("SE-LKP", signedIn.session().actor().serviceCode());
        assertFalse(signedIn.session().id().contains(signedIn.secret()));
        assertTrue(fixture.signIns
                .find(signedIn.secret().toLowerCase(java.util.Locale.ROOT))
                .isEmpty());
        assertTrue(fixture.signIns.find(signedIn.session().id()).isEmpty());
        assertTrue(fixture.signIns.find("").isEmpty());
    }

    @Test
    public void aSessionEndsAfterFifteenMinutesWithoutActivity() {
        SignedIn signedIn = signedIn();
        fixture.pass(Duration.ofMinutes(14));
        assertTrue(fixture.signIns.find(signedIn.secret()).isPresent());
        fixture.pass(Duration.ofMinutes(14));
        assertTrue(fixture.signIns.find(signedIn.secret()).isPresent());
        fixture.pass(Duration.ofMinutes(15));
        assertTrue(fixture.signIns.find(signedIn.secret()).isEmpty());
        assertFalse(signedIn.session().alive());
        assertEquals(0, fixture.table.count());
    }

    @Test
    public void whatAPageAsksByItselfIsNoActivity() {
        SignedIn signedIn = signedIn();
        fixture.pass(Duration.ofMinutes(14));
        assertTrue(fixture.signIns.peek(signedIn.secret()).isPresent());
        fixture.pass(Duration.ofMinutes(1));
        assertTrue(fixture.signIns.peek(signedIn.secret()).isEmpty());
    }

    @Test
    public void aSessionEndsAfterEightHoursWhateverHappens() {
        SignedIn signedIn = signedIn();
        for (int i = 0; i < 47; i++) {
            fixture.pass(Duration.ofMinutes(10));
            assertTrue(fixture.signIns.find(signedIn.secret()).isPresent());
        }
        fixture.pass(Duration.ofMinutes(10));
        assertTrue(fixture.signIns.find(signedIn.secret()).isEmpty());
    }

    @Test
    public void aDisabledAccountOrChangedRolesEndTheSession() {
        SignedIn first = signedIn();
        fixture.put("anna", Set.of(Role.COORDINATOR), false);
        fixture.pass(Duration.ofSeconds(2));
        assertTrue(fixture.signIns.find(first.secret()).isEmpty());
        fixture.put("anna", Set.of(Role.COORDINATOR), true);
        SignedIn second = signedIn();
        fixture.put("anna", Set.of(Role.DPO), true);
        fixture.pass(Duration.ofSeconds(2));
        assertTrue(fixture.signIns.find(second.secret()).isEmpty());
    }

    @Test
    public void theAccountIsReadAtMostEveryTwoSecondsAndTroubleEndsNoSession() {
        SignedIn signedIn = signedIn();
        fixture.pass(Duration.ofSeconds(2));
        int before = fixture.store.reads;
        for (int i = 0; i < 100; i++) {
            fixture.signIns.find(signedIn.secret());
        }
        assertEquals(before + 1, fixture.store.reads);
        fixture.store.down = true;
        fixture.pass(Duration.ofSeconds(10));
        assertTrue(fixture.signIns.find(signedIn.secret()).isPresent());
    }

    @Test
    public void signingOutEndsTheSessionOnce() {
        SignedIn signedIn = signedIn();
        fixture.signIns.signOut(signedIn.session());
        fixture.signIns.signOut(signedIn.session());
        assertTrue(fixture.signIns.find(signedIn.secret()).isEmpty());
        assertEquals(
                List.of(Action.SIGN_IN, Action.SIGN_OUT),
                fixture.store.trail.stream().map(AuditEntry::action).toList());
    }

    @Test
    public void aRestartGivesNobodyNewTries() {
        for (int i = 0; i < 5; i++) {
            signIn("anna", "wrong", "192.0.2.1");
        }
        assertEquals(
                ErrorCode.THROTTLED,
                code(fixture.signIns().signIn(new Credentials("anna", Fixture.RIGHT, "1"), "192.0.2.7")));
    }

    @Test
    public void whoeverHoldsAPasskeyIsNotSlowedDownByThoseWhoGuess() {
        for (int i = 0; i < 30; i++) {
            signIn("anna", "wrong", "192.0.2.1");
        }
        assertEquals(ErrorCode.THROTTLED, code(signIn("anna", Fixture.RIGHT, "192.0.2.1")));
        Credentials forged = new Credentials("anna", Fixture.RIGHT, "", "signed by otto");
        assertEquals(ErrorCode.THROTTLED, code(fixture.signIns.signIn(forged, "192.0.2.1")));
        Credentials own = new Credentials("anna", Fixture.RIGHT, "", "signed by anna");
        assertTrue(fixture.signIns.signIn(own, "192.0.2.1") instanceof Outcome.Done);
    }

    @Test
    public void steppingUpIsThrottledWithSigningIn() {
        SignedIn signedIn = signedIn();
        Credentials wrong = new Credentials("", "", "000000");
        for (int i = 0; i < 5; i++) {
            assertTrue(fixture.signIns.stepUp(signedIn.session(), wrong, "192.0.2.1") instanceof Outcome.Refused);
        }
        Outcome<SignedIn> right =
                fixture.signIns.stepUp(signedIn.session(), new Credentials("", "", Fixture.CODE), "192.0.2.1");
        assertEquals(ErrorCode.THROTTLED, code(right));
        fixture.pass(Duration.ofSeconds(2));
        assertTrue(
                fixture.signIns.stepUp(signedIn.session(), new Credentials("otto", "", Fixture.CODE), "192.0.2.1")
                        instanceof Outcome.Done);
    }

    @Test
    public void anUnknownNameIsRefusedAndThrottledLikeAKnownOne() {
        for (String name : List.of("anna", "nobody", "no such\u0000name")) {
            Fixture one = new Fixture();
            List<ErrorCode> codes = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                codes.add(code(one.signIns.signIn(new Credentials(name, "wrong", "1"), "192.0.2.1")));
            }
            assertEquals(
                    List.of(
                            ErrorCode.SIGN_IN_FAILED,
                            ErrorCode.SIGN_IN_FAILED,
                            ErrorCode.SIGN_IN_FAILED,
                            ErrorCode.SIGN_IN_FAILED,
                            ErrorCode.SIGN_IN_FAILED,
                            ErrorCode.THROTTLED,
                            ErrorCode.THROTTLED),
                    codes);
            assertEquals(5, one.verified);
            assertEquals("a pause is written down once", 6, one.store.trail.size());
            assertTrue(
                    one.store.trail.stream().noneMatch(entry -> entry.toString().contains(name)));
        }
    }

    @Test
    public void theRightPasswordDoesNotPassWhileThrottledButDoesAfterwards() {
        for (int i = 0; i < 5; i++) {
            signIn("ANNA ", "wrong", "192.0.2." + i);
        }
        assertEquals(ErrorCode.THROTTLED, code(signIn("anna", Fixture.RIGHT, "192.0.2.9")));
        fixture.pass(Duration.ofSeconds(2));
        signedIn();
        assertEquals(ErrorCode.SIGN_IN_FAILED, code(signIn("anna", "wrong", "192.0.2.1")));
    }

    @Test
    public void somebodyElsesSuccessGivesASourceNoNewTries() {
        for (int i = 0; i < 20; i++) {
            assertEquals(ErrorCode.SIGN_IN_FAILED, code(signIn("name" + i, "wrong", "192.0.2.1")));
            if (i % 4 == 0) {
                fixture.put("mine" + i, Set.of(Role.PRACTITIONER), true);
                assertTrue(signIn("mine" + i, Fixture.RIGHT, "192.0.2.1") instanceof Outcome.Done);
            }
        }
        assertEquals(ErrorCode.THROTTLED, code(signIn("name20", "wrong", "192.0.2.1")));
    }

    @Test
    public void oneSourceThatTriesManyNamesIsThrottled() {
        for (int i = 0; i < 20; i++) {
            assertEquals(ErrorCode.SIGN_IN_FAILED, code(signIn("name" + i, "wrong", "2001:db8:1:2::" + i)));
        }
        assertEquals(ErrorCode.THROTTLED, code(signIn("anna", Fixture.RIGHT, "2001:db8:1:2:ffff::1")));
        assertTrue(signIn("anna", Fixture.RIGHT, "2001:db8:1:3::1") instanceof Outcome.Done);
    }

    @Test
    public void troubleOutsideIsNobodysFailedTry() {
        fixture.trouble = new RejectedExecutionException();
        for (int i = 0; i < 10; i++) {
            assertEquals(ErrorCode.BUSY, code(signIn("anna", Fixture.RIGHT, "192.0.2.1")));
        }
        fixture.trouble = new StoreUnavailableException("down", new IllegalStateException());
        for (int i = 0; i < 10; i++) {
            assertThrows(StoreUnavailableException.class, this::signedIn);
        }
        fixture.trouble = null;
        signedIn();
    }

    @Test
    public void signInsAreAuditedWithUserAndHouse() {
        SignedIn signedIn = signedIn();
        AuditEntry entry = fixture.store.trail.getFirst();
        assertEquals(Result.DONE, entry.result());
        assertEquals(signedIn.session().actor().user(), entry.user().orElseThrow());
        assertEquals(Fixture.HOUSE, entry.service().orElseThrow());
        assertFalse(entry.toString().contains(signedIn.secret()));
    }

    @Test
    public void aFailedTryIsWrittenToTheHouseOfTheAccountAndWithoutOneToTheSite() {
        signIn(" Anna", "wrong", "192.0.2.1");
        signIn("nobody", "wrong", "192.0.2.1");
        AuditEntry known = fixture.store.trail.get(0);
        assertEquals(Fixture.HOUSE, known.service().orElseThrow());
        assertEquals(Fixture.id("anna"), known.user().orElseThrow());
        assertEquals(Result.DENIED, known.result());
        AuditEntry unknown = fixture.store.trail.get(1);
        assertEquals(java.util.Optional.empty(), unknown.service());
        assertEquals(java.util.Optional.empty(), unknown.user());
    }
}
