// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Test;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.query.SessionEnd;
import org.openbarnahus.core.service.query.SignedIn;
import org.openbarnahus.core.service.store.AccountRecord;

/** One session per login: who ends whose, and who is told. */
public class OneSessionTest {
    private final Fixture fixture = new Fixture();

    private SignedIn signedIn() {
        return fixture.signIns
                .signIn(new Credentials("anna", Fixture.RIGHT, "123456"), "192.0.2.1")
                .orElseThrow();
    }

    @Test
    public void aSecondSignInEndsTheFirstAndBothAreTold() {
        AtomicInteger told = new AtomicInteger();
        fixture.table.addListener(told::incrementAndGet);
        SignedIn first = signedIn();
        assertFalse(first.tookOver());
        fixture.pass(Duration.ofSeconds(40));
        SignedIn second = signedIn();
        assertTrue(second.tookOver());
        assertFalse(first.session().alive());
        assertTrue(second.session().alive());
        assertEquals(
                new SessionEnd(SessionEnd.Reason.TAKEN_OVER, fixture.now),
                fixture.signIns.ended(first.secret()).orElseThrow());
        assertTrue(fixture.signIns.ended(second.secret()).isEmpty());
        assertEquals(1, told.get());
        assertEquals(
                List.of("taken-over", "took-over"),
                fixture.store.trail.stream().skip(2).map(AuditEntry::detail).toList());
    }

    @Test
    public void signInsAtTheSameMomentLeaveOneSession() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Actor actor = Fixture.actor(Role.COORDINATOR);
            AccountRecord account = Objects.requireNonNull(fixture.store.accounts.get("anna"));
            threads.invokeAll(Collections.nCopies(40, () -> fixture.table.open(actor, account)));
            assertEquals(1, fixture.table.count());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    public void takeOversBecomeAnAlarmWhenThereAreMoreThanThreeADay() {
        List<String> details = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            signedIn();
            details.add(fixture.store.trail.getLast().detail());
            fixture.pass(Duration.ofMinutes(5));
        }
        assertEquals(
                List.of("otp", "took-over", "took-over", "took-over", "took-over-repeatedly", "took-over-repeatedly"),
                details);
        fixture.pass(Duration.ofHours(25));
        signedIn();
        fixture.pass(Duration.ofMinutes(5));
        signedIn();
        assertEquals("took-over", fixture.store.trail.getLast().detail());
    }

    @Test
    public void anEndedSessionTellsWhy() {
        SignedIn idle = signedIn();
        fixture.pass(Duration.ofMinutes(15));
        assertTrue(fixture.signIns.find(idle.secret()).isEmpty());
        assertEquals(
                SessionEnd.Reason.IDLE,
                fixture.signIns.ended(idle.secret()).orElseThrow().reason());
        SignedIn own = signedIn();
        fixture.signIns.signOut(own.session());
        assertTrue(fixture.signIns.ended(own.secret()).isEmpty());
    }

    @Test
    public void whoeverIsClosedIsOutAtOnceAndWhoeverChangedThePasswordStays() {
        SignedIn signedIn = signedIn();
        AccountRecord before = Objects.requireNonNull(fixture.store.accounts.get("anna"));
        AccountRecord renewed = new AccountRecord(
                before.id(),
                before.service(),
                "anna",
                before.agency(),
                before.roles(),
                true,
                "other-hash",
                before.otpSecret(),
                2);
        fixture.store.accounts.put("anna", renewed);
        fixture.table.renewed(signedIn.session());
        fixture.pass(Duration.ofSeconds(5));
        assertTrue(fixture.signIns.find(signedIn.secret()).isPresent());
        fixture.table.endAll(before.id());
        assertTrue(fixture.signIns.find(signedIn.secret()).isEmpty());
        assertEquals(
                SessionEnd.Reason.ACCOUNT_CHANGED,
                fixture.signIns.ended(signedIn.secret()).orElseThrow().reason());
    }
}
