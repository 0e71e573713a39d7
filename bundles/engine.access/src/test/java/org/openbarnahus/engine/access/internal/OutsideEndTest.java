// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.gate.OutsideGate;
import org.openbarnahus.core.service.gate.OutsideGate.Errand;
import org.openbarnahus.core.service.gate.OutsideGate.Kind;
import org.openbarnahus.core.service.gate.OutsideGate.Proved;
import org.openbarnahus.core.service.gate.OutsideGate.SignedOut;
import org.openbarnahus.core.service.query.SessionEnd;
import org.openbarnahus.core.service.query.SignedIn;
import org.openbarnahus.core.service.store.OutsideIdentityStore;
import org.openbarnahus.core.service.store.OutsideLink;

/** What ends at the identity provider ends here, at once, and nothing else does. */
public class OutsideEndTest {
    private static final String HERE = "192.0.2.1";
    private static final String ISSUER = "https://id.example.org";
    private final Fixture fixture = new Fixture();
    private final Map<String, Proved> proved = new HashMap<>();
    private final Map<String, SignedOut> said = new HashMap<>();
    private final AtomicInteger told = new AtomicInteger();
    private OutsideSignIns outside = signIns();

    private OutsideSignIns signIns() {
        Guesses guesses = new Guesses(
                new Throttle(fixture.remembered, "account:", 5),
                new Throttle(fixture.remembered, "source:", 20),
                fixture.store,
                () -> fixture.now);
        OutsideIdentityStore links = (OutsideIdentityStore) Proxy.newProxyInstance(
                OutsideIdentityStore.class.getClassLoader(),
                new Class<?>[] {OutsideIdentityStore.class},
                (self, method, arguments) -> {
                    String name = arguments[1].equals("subject-anna") ? "anna" : "otto";
                    return Optional.of(
                            new OutsideLink(Fixture.id(name), name, ISSUER, (String) arguments[1], Instant.EPOCH));
                });
        return new OutsideSignIns(
                fixture.signIns, fixture.table, guesses, links, fixture.store, fixture.uses.book(), () -> fixture.now);
    }

    @Before
    public void configure() {
        fixture.put("otto", Set.of(Role.COORDINATOR), true);
        fixture.table.addListener(told::incrementAndGet);
        outside.provider = (OutsideGate) Proxy.newProxyInstance(
                OutsideGate.class.getClassLoader(),
                new Class<?>[] {OutsideGate.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "proved" -> Optional.ofNullable(proved.get(arguments[0]));
                    case "use" -> proved.remove(arguments[0]) != null;
                    case "signedOut" -> Optional.ofNullable(said.remove(arguments[0]));
                    case "wayOut" -> Optional.of("https://id.example.org/out");
                    default -> throw new AssertionError("not expected: " + method.getName());
                });
    }

    private SignedIn fromThere(String name, String session) {
        proved.put(
                "way", new Proved(new Errand(Kind.SIGN_IN, "", "/"), ISSUER, "subject-" + name, fixture.now, session));
        return outside.signIn("way", HERE).orElseThrow();
    }

    private boolean ends(SignedIn signedIn, String issuer, String subject, String session) {
        said.put("token", new SignedOut(issuer, subject, session));
        assertTrue(outside.signedOutThere("token"));
        return !signedIn.session().alive();
    }

    @Test
    public void theSessionThatWasOpenedThereEndsAtOnceInEveryOpenPage() {
        SignedIn anna = fromThere("anna", "s-1");
        SignedIn otto = fromThere("otto", "s-2");
        assertTrue(ends(anna, ISSUER, "", "s-1"));
        assertTrue(otto.session().alive());
        assertEquals("open pages are told", 1, told.get());
        assertEquals("outside", fixture.store.trail.getLast().detail());
        assertEquals(
                SessionEnd.Reason.ENDED_OUTSIDE,
                fixture.signIns.ended(anna.secret()).orElseThrow().reason());
        assertTrue("all of a person's", ends(otto, ISSUER, "subject-otto", ""));
    }

    @Test
    public void anotherSessionThereAnotherPersonAndAnotherProviderEndNothing() {
        SignedIn anna = fromThere("anna", "s-1");
        assertFalse(ends(anna, ISSUER, "subject-anna", "s-9"));
        assertFalse(ends(anna, ISSUER, "subject-otto", "s-1"));
        assertFalse(ends(anna, ISSUER, "subject-otto", ""));
        assertFalse(ends(anna, ISSUER, "", "s-9"));
        assertFalse(ends(anna, "https://another.example.org", "subject-anna", "s-1"));
        assertEquals(0, told.get());
        assertTrue(ends(anna, ISSUER, "subject-anna", "s-1"));
    }

    @Test
    public void aProviderThatNamesNoSessionIsBelievedAboutThePerson() {
        SignedIn anna = fromThere("anna", "");
        assertFalse("a session alone says nothing then", ends(anna, ISSUER, "", "s-1"));
        assertTrue(ends(anna, ISSUER, "subject-anna", "s-1"));
    }

    @Test
    public void whoeverCameInByPasswordStays() {
        SignedIn anna = fixture.signIns
                .signIn(new Credentials("anna", Fixture.RIGHT, Fixture.CODE), HERE)
                .orElseThrow();
        assertFalse(ends(anna, ISSUER, "subject-anna", ""));
        assertEquals(Optional.empty(), outside.wayOut(anna.session()));
    }

    @Test
    public void whatIsNotToBeBelievedEndsNothing() {
        SignedIn anna = fromThere("anna", "s-1");
        assertFalse(outside.signedOutThere("made up"));
        assertTrue(anna.session().alive());
        assertEquals(Optional.of("https://id.example.org/out"), outside.wayOut(anna.session()));
        outside.provider = null;
        assertFalse(outside.signedOutThere("token"));
        assertEquals(Optional.empty(), outside.wayOut(anna.session()));
    }
}
