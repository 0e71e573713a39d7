// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.query.AccountClosure;
import org.openbarnahus.core.service.query.AccountClosure.Reason;
import org.openbarnahus.core.service.store.AccountUse;
import org.osgi.framework.BundleContext;

/** Anna signs in on 12 March; 45 days later is 26 April, and that day counts to its end. */
public class ClosingTest {
    private static final Instant CLOSES = Instant.parse("2026-04-27T00:00:00Z");

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final Fixture fixture = new Fixture();

    private Session signIn(String name) {
        return fixture.signIns
                .signIn(new Credentials(name, Fixture.RIGHT, "1"), "192.0.2.1")
                .orElseThrow()
                .session();
    }

    private boolean open(String name) {
        return fixture.store.account(name).orElseThrow().enabled();
    }

    private void at(Instant moment) {
        fixture.now = moment;
        fixture.closing.all();
    }

    @Test
    public void anAccountIsOpenToTheEndOfItsLastDay() {
        signIn("anna");
        at(CLOSES.minusMillis(1));
        assertTrue(open("anna"));
        assertFalse(fixture.uses.runOut("anna"));
        fixture.now = CLOSES;
        assertTrue("also before it is written down", fixture.uses.runOut("anna"));
        fixture.closing.all();
        assertFalse(open("anna"));
        assertEquals(
                Optional.of(new AccountClosure(Reason.DORMANT, CLOSES)),
                fixture.uses.of("anna").closure());
    }

    @Test
    public void itIsAuditedOnceWithActionAndReason() {
        at(CLOSES);
        at(CLOSES.plusSeconds(900));
        AuditEntry entry = fixture.uses.store().trail.getFirst();
        assertEquals(List.of("dormant"), fixture.uses.store().details());
        assertEquals(AuditEntry.Action.CONFIGURE, entry.action());
        assertEquals(Optional.of(Fixture.HOUSE), entry.service());
        assertEquals(Fixture.id("anna").toString(), entry.objectId());
        assertEquals("nobody did it", Optional.empty(), entry.user());
    }

    @Test
    public void everySignInBeginsTheCountAnew() {
        fixture.pass(Duration.ofDays(40));
        signIn("anna");
        at(CLOSES);
        assertTrue(open("anna"));
        fixture.pass(Duration.ofDays(41));
        fixture.closing.all();
        assertFalse(open("anna"));
    }

    @Test
    public void whoeverNeverSignedInIsCountedFromTheBeginning() {
        fixture.pass(Duration.ofDays(10));
        fixture.put("nils", Set.of(Role.PRACTITIONER), true);
        at(CLOSES);
        assertFalse(open("anna"));
        assertTrue(open("nils"));
        at(CLOSES.plus(Duration.ofDays(10)));
        assertFalse(open("nils"));
    }

    @Test
    public void permittedAgainTheCountBeginsAnew() {
        at(CLOSES);
        fixture.put("anna", Set.of(Role.COORDINATOR), true);
        fixture.uses.store().begin(Fixture.id("anna"), fixture.now);
        at(CLOSES.plus(Duration.ofDays(45)));
        assertTrue(open("anna"));
        at(CLOSES.plus(Duration.ofDays(46)));
        assertFalse(open("anna"));
        assertEquals(List.of("dormant", "dormant"), fixture.uses.store().details());
    }

    /** A session that began before midnight and is used after it. */
    @Test
    public void aLivingSessionCountsAsUse() {
        fixture.now = Instant.parse("2026-03-12T23:00:00Z");
        Session session = signIn("anna");
        fixture.now = Instant.parse("2026-03-13T00:05:00Z");
        ((Held) session).live().lastActive = Moment.now(fixture.time);
        fixture.closing.all();
        fixture.closing.all();
        assertEquals(Optional.of(fixture.now), fixture.uses.of("anna").lastUsed());
        assertEquals("once a day, after the sign-in itself", 2, fixture.uses.store().written);
        at(CLOSES);
        assertTrue(open("anna"));
        at(CLOSES.plus(Duration.ofDays(1)));
        assertFalse(open("anna"));
    }

    @Test
    public void aClosedAccountIsLeftAlone() {
        fixture.put("anna", Set.of(Role.COORDINATOR), false);
        at(CLOSES);
        assertEquals(List.of(), fixture.uses.store().details());
        assertEquals(Optional.empty(), fixture.uses.of("anna").closure());
    }

    @Test
    public void whatNobodyConfirmsEndsInTheMiddleOfASession() {
        Instant due = fixture.now.plus(Duration.ofDays(90));
        Instant ends = Instant.parse("2026-06-25T00:00:00Z");
        assertTrue(due.plus(Duration.ofDays(14)).isBefore(ends));
        for (int month = 0; month < 3; month++) {
            fixture.pass(Duration.ofDays(30));
            signIn("anna");
        }
        fixture.now = ends.minusSeconds(600);
        Session session = signIn("anna");
        fixture.closing.all();
        assertTrue(session.alive());
        at(ends);
        assertFalse(session.alive());
        assertEquals(List.of("review"), fixture.uses.store().details());
        assertEquals(
                Reason.REVIEW, fixture.uses.of("anna").closure().orElseThrow().reason());
    }

    @Test
    public void theSettingsAreKeptWithinWhatIsSafe() {
        Instant monday = Instant.parse("2026-03-02T12:00:00Z");
        AccountUse use = new AccountUse(
                Fixture.id("anna"), monday, Optional.empty(), monday, Optional.empty(), Optional.empty());
        assertEquals(
                CLOSES.minus(Duration.ofDays(10)), Fixture.terms(45, 90, 14).unusedEnd(use));
        assertEquals(
                Instant.parse("2026-03-13T00:00:00Z"), Fixture.terms(1, 90, 14).unusedEnd(use));
        assertEquals(
                monday.plus(Duration.ofDays(365)), Fixture.terms(45, 9999, 14).reviewDue(use));
        assertEquals(
                Instant.parse("2026-03-14T00:00:00Z"), Fixture.terms(45, 10, 0).reviewEnd(use));
    }

    private static boolean demonstration(Map<String, String> properties) {
        return UseBook.demonstration((BundleContext) Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> properties.get(arguments[0])));
    }

    @Test
    public void aDemonstrationStaysOneWhenItIsStartedAgain() throws Exception {
        String data = folder.getRoot().toString();
        assertFalse(demonstration(Map.of("openbarnahus.data", data)));
        assertTrue(demonstration(Map.of("openbarnahus.data", data, "openbarnahus.demo", "true")));
        folder.newFile("demo-credentials.json");
        assertTrue(demonstration(Map.of("openbarnahus.data", data)));
    }

    @Test
    public void aDemonstrationIsRenewedInsteadOfClosed() {
        UseBook demo = new UseBook(fixture.uses.store(), () -> fixture.now, Fixture.TERMS, true);
        Closing closing = new Closing(fixture.store, fixture.uses.store(), fixture.table, demo, () -> fixture.now);
        fixture.now = CLOSES.plus(Duration.ofDays(400));
        assertFalse(demo.runOut(Fixture.id("anna")));
        closing.all();
        assertTrue(open("anna"));
        assertEquals(fixture.now, fixture.uses.of("anna").counted());
        assertEquals(fixture.now, fixture.uses.of("anna").confirmed());
        assertEquals(List.of(), fixture.uses.store().details());
    }
}
