// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.query.SignedIn;

/** What a session may depends on where it is used, in which browser it began and at what hour. */
public class WhereaboutsTest {
    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.7";
    private final Fixture fixture = new Fixture();

    private SignedIn signIn(String source) {
        return fixture.signIns
                .signIn(new Credentials("anna", Fixture.RIGHT, Fixture.CODE), source)
                .orElseThrow();
    }

    private SignedIn stepUp(SignedIn signedIn, String source) {
        return fixture.signIns
                .stepUp(signedIn.session(), new Credentials("", "", Fixture.CODE), source)
                .orElseThrow();
    }

    private boolean may(SignedIn signedIn, Permission permission) {
        return fixture.gate.decide(signedIn.session(), permission) instanceof Decision.Allowed;
    }

    private List<String> told() {
        return fixture.store.trail.stream()
                .filter(entry -> entry.objectType().equals("user") && entry.action() == AuditEntry.Action.SIGN_IN)
                .map(AuditEntry::detail)
                .toList();
    }

    @Test
    public void aSessionThatGoesOnInAnotherNetworkWaitsForItsOwner() {
        fixture.put("anna", Set.of(Role.values()), true);
        SignedIn signedIn = signIn(HERE);
        fixture.signIns.find(signedIn.secret(), "192.0.2.200");
        assertTrue("the same network", may(signedIn, Permission.CASE_READ));
        fixture.signIns.find(signedIn.secret(), ELSEWHERE);
        for (Permission permission : EnumSet.complementOf(EnumSet.of(Permission.OWN_SESSION))) {
            assertFalse(permission.name(), may(signedIn, permission));
        }
        assertEquals(Optional.of(ErrorCode.STEP_UP_REQUIRED), fixture.signIns.gate(signedIn.session()));
        fixture.signIns.find(signedIn.secret(), HERE);
        assertFalse("the owner hears of it, too", may(signedIn, Permission.CASE_READ));
        fixture.signIns.find(signedIn.secret(), ELSEWHERE);
        assertEquals("told once", List.of("new-network"), told());
        SignedIn renewed = stepUp(signedIn, ELSEWHERE);
        assertTrue(may(renewed, Permission.CASE_READ));
        fixture.signIns.find(renewed.secret(), HERE);
        fixture.signIns.find(renewed.secret(), "198.51.100.200");
        assertTrue("both are known now", may(renewed, Permission.CASE_READ));
    }

    @Test
    public void whoeverStoleTheSecretIsShutOutByTheOwnersProof() {
        SignedIn signedIn = signIn(HERE);
        fixture.signIns.find(signedIn.secret(), ELSEWHERE);
        SignedIn renewed = stepUp(signedIn, HERE);
        assertEquals(signedIn.session().id(), renewed.session().id());
        fixture.pass(Secrets.OVERLAP);
        assertEquals(Optional.empty(), fixture.signIns.find(signedIn.secret(), ELSEWHERE));
        assertTrue(fixture.signIns.find(renewed.secret(), HERE).isPresent());
        assertTrue(may(renewed, Permission.CASE_READ));
    }

    @Test
    public void aSettingLetsPeopleGoAboutAndNobodyKnowsWhereIsNoNews() {
        SignedIn signedIn = signIn(HERE);
        fixture.signIns.find(signedIn.secret(), "");
        assertTrue(may(signedIn, Permission.CASE_READ));
        Limits limits = Fixture.LIMITS;
        SessionTable free = new SessionTable(
                fixture.store,
                fixture.time,
                new Limits(limits.idle(), limits.absolute(), limits.fresh(), limits.recheck(), limits.odd(), false));
        assertFalse(free.movedTo(signedIn.session(), ELSEWHERE));
        assertTrue(fixture.table.movedTo(signedIn.session(), ELSEWHERE));
    }

    @Test
    public void somebodyOnTheWayAllDayIsKnownInTheLastPlacesOnly() {
        SignedIn signedIn = signIn(HERE);
        for (int i = 1; i <= 16; i++) {
            fixture.signIns.find(signedIn.secret(), "10.0." + i + ".1");
            signedIn = stepUp(signedIn, "10.0." + i + ".1");
        }
        fixture.signIns.find(signedIn.secret(), "10.0.1.1");
        assertTrue(may(signedIn, Permission.CASE_READ));
        fixture.signIns.find(signedIn.secret(), HERE);
        assertFalse(may(signedIn, Permission.CASE_READ));
    }

    /** 21:00 UTC is 22:00 in Linköping in winter. */
    @Test
    public void atOddHoursASecondFactorCountsForOneMinute() {
        fixture.put("anna", Set.of(Role.DPO), true);
        fixture.pass(Duration.ofHours(12).plusMinutes(58));
        SignedIn signedIn = signIn(HERE);
        fixture.pass(Duration.ofSeconds(90));
        assertTrue("20:59:30 is no odd hour", may(signedIn, Permission.AUDIT_EXPORT));
        fixture.pass(Duration.ofSeconds(30));
        assertFalse("at 22:00 two minutes are too long ago", may(signedIn, Permission.AUDIT_EXPORT));
        assertTrue("and nothing else is asked for", may(signedIn, Permission.AUDIT_READ));
        SignedIn renewed = stepUp(signedIn, HERE);
        fixture.pass(Duration.ofSeconds(59));
        assertTrue(may(renewed, Permission.AUDIT_EXPORT));
        fixture.pass(Duration.ofSeconds(1));
        assertFalse(may(renewed, Permission.AUDIT_EXPORT));
    }

    @Test
    public void oddHoursGoOverMidnightOrNotOrAreNone() {
        OddHours night = new OddHours(22, 5, Duration.ofMinutes(1));
        assertEquals(
                List.of(0, 1, 2, 3, 4, 22, 23),
                java.util.stream.IntStream.range(0, 24)
                        .filter(hour -> night.odd(java.time.LocalTime.of(hour, 59)))
                        .boxed()
                        .toList());
        OddHours noon = new OddHours(12, 13, Duration.ofMinutes(1));
        assertTrue(noon.odd(java.time.LocalTime.of(12, 0)));
        assertFalse(noon.odd(java.time.LocalTime.of(13, 0)));
        assertFalse(noon.odd(java.time.LocalTime.of(11, 59)));
        assertFalse(OddHours.NONE.odd(java.time.LocalTime.MIDNIGHT));
    }

    @Test
    public void aBrowserThatWasNeverSeenIsToldExceptAtTheVeryFirst() {
        SignedIn first = signIn(HERE);
        String held = fixture.signIns.recognise(first.session(), "", "Firefox Linux");
        assertEquals("nothing to compare with", List.of(), told());
        SignedIn same = signIn(HERE);
        assertEquals(held, fixture.signIns.recognise(same.session(), held, "Firefox Linux"));
        assertEquals(List.of(), told());
        SignedIn other = signIn(HERE);
        assertNotEquals(held, fixture.signIns.recognise(other.session(), "", "Chrome Windows"));
        assertEquals(List.of("new-browser"), told());
        AuditEntry entry = fixture.store.trail.getLast();
        assertEquals(
                "answered in this session, told in the next", other.session().id(), entry.session());
        assertEquals(Fixture.id("anna").toString(), entry.objectId());
    }

    /** Since a moment after all that is told of that sign-in: the browser was not known when it happened. */
    @Test
    public void aBrowserIsKnownSinceAfterItsFirstSignInAndStaysSo() {
        signIn(HERE);
        tries("anna", 3);
        SignedIn first = signIn(HERE);
        String held = fixture.signIns.recognise(first.session(), "", "Firefox Linux");
        Instant since = first.session().browserSince();
        assertEquals(List.of("failed-tries", "new-browser"), told());
        assertTrue(fixture.store.trail.stream().allMatch(entry -> entry.at().isBefore(since)));
        fixture.pass(Duration.ofHours(1));
        SignedIn second = signIn(HERE);
        fixture.signIns.recognise(second.session(), held, "Firefox Linux");
        assertEquals(since, second.session().browserSince());
        SignedIn elsewhere = signIn(HERE);
        fixture.signIns.recognise(elsewhere.session(), "", "Firefox Linux");
        assertTrue(elsewhere.session().browserSince().isAfter(fixture.now));
    }

    @Test
    public void whoeverSignsInIsToldOfTriesThatFailedBefore() {
        tries("anna", 2);
        signIn(HERE);
        assertEquals("own slips", List.of(), told());
        tries("anna", 3);
        signIn(HERE);
        assertEquals(List.of("failed-tries"), told());
        assertEquals(
                "told in this very session",
                "",
                fixture.store.trail.stream()
                        .filter(entry -> entry.detail().equals("failed-tries"))
                        .findFirst()
                        .orElseThrow()
                        .session());
        signIn(HERE);
        assertEquals("once", 1, told().size());
    }

    private void tries(String name, int times) {
        for (int i = 0; i < times; i++) {
            fixture.signIns.signIn(new Credentials(name, "wrong", Fixture.CODE), ELSEWHERE);
        }
    }
}
