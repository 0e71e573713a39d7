// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.gate.OutsideGate;
import org.openbarnahus.core.service.query.SignedIn;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.OutsideIdentityStore;
import org.openbarnahus.core.service.store.OutsideLink;

/** What an identity proved outside opens here: exactly what a password would, and nothing when that would not. */
public class OutsideSignInTest {
    private static final String HERE = "192.0.2.1";
    private static final String ISSUER = "https://provider.example.org";

    private final Fixture fixture = new Fixture();
    private final Provider provider = new Provider();
    private final Links links = new Links();
    private final Guesses guesses = new Guesses(
            new Throttle(fixture.remembered, "account:", 5),
            new Throttle(fixture.remembered, "source:", 20),
            fixture.store,
            () -> fixture.now);
    private final OutsideSignIns outside = new OutsideSignIns(
            fixture.signIns, fixture.table, guesses, links, fixture.store, fixture.uses.book(), () -> fixture.now);

    @Before
    public void configure() {
        outside.provider = provider;
        links.put("anna", "subject-1");
    }

    private ErrorCode refused(String secret) {
        return outside.signIn(secret, HERE) instanceof Outcome.Refused<SignedIn> refused
                ? refused.problems().getFirst().code()
                : ErrorCode.INTERNAL;
    }

    private AuditEntry last() {
        return fixture.store.trail.getLast();
    }

    @Test
    public void aLinkedIdentityOpensASessionLikeAPassword() {
        provider.proves("secret", OutsideGate.Kind.SIGN_IN, "", "subject-1", fixture.now);
        SignedIn signedIn = outside.signIn("secret", HERE).orElseThrow();
        assertEquals("anna", signedIn.session().actor().username());
        assertEquals(
                "oidc",
                fixture.remembered.signIns(Fixture.id("anna"), 1).getFirst().factor());
        assertTrue(fixture.store.trail.stream()
                .anyMatch(entry -> entry.action() == AuditEntry.Action.SIGN_IN
                        && entry.result() == AuditEntry.Result.DONE
                        && entry.detail().equals("oidc")));
    }

    @Test
    public void itEndsTheSessionThatWasThereBefore() {
        Session before = fixture.signIns
                .signIn(new Credentials("anna", Fixture.RIGHT, Fixture.CODE), HERE)
                .orElseThrow()
                .session();
        provider.proves("secret", OutsideGate.Kind.SIGN_IN, "", "subject-1", fixture.now);
        assertTrue(outside.signIn("secret", HERE).orElseThrow().tookOver());
        assertFalse(before.alive());
    }

    @Test
    public void aSecretWorksOnceAndForItsErrandOnly() {
        provider.proves("secret", OutsideGate.Kind.LINK, "", "subject-1", fixture.now);
        assertEquals(ErrorCode.SIGNED_OUT, refused("secret"));
        provider.proves("secret", OutsideGate.Kind.SIGN_IN, "", "subject-1", fixture.now);
        outside.signIn("secret", HERE).orElseThrow();
        assertEquals(ErrorCode.SIGNED_OUT, refused("secret"));
        assertEquals(ErrorCode.SIGNED_OUT, refused("never seen"));
    }

    @Test
    public void aStrangerAndAClosedAccountGetTheSameAnswer() {
        provider.proves("stranger", OutsideGate.Kind.SIGN_IN, "", "subject-2", fixture.now);
        assertEquals(ErrorCode.SIGN_IN_FAILED, refused("stranger"));
        assertEquals(Optional.empty(), last().user());
        fixture.put("anna", Set.of(Role.COORDINATOR), false);
        provider.proves("closed", OutsideGate.Kind.SIGN_IN, "", "subject-1", fixture.now);
        assertEquals(ErrorCode.SIGN_IN_FAILED, refused("closed"));
        assertEquals(Optional.of(Fixture.id("anna")), last().user());
        assertEquals(AuditEntry.Result.DENIED, last().result());
    }

    @Test
    public void anAccountThatNobodyUsedForLongIsRefused() {
        fixture.now = fixture.now.plus(Duration.ofDays(46));
        provider.proves("secret", OutsideGate.Kind.SIGN_IN, "", "subject-1", fixture.now);
        assertEquals(ErrorCode.SIGN_IN_FAILED, refused("secret"));
    }

    @Test
    public void anotherIssuersSubjectOfTheSameNameIsAStranger() {
        provider.issuer = "https://another.example.org";
        provider.proves("secret", OutsideGate.Kind.SIGN_IN, "", "subject-1", fixture.now);
        assertEquals(ErrorCode.SIGN_IN_FAILED, refused("secret"));
    }

    @Test
    public void aStrangerHasToWaitAfterSomeTriesAndThePasswordsOwnerHasNot() {
        for (int i = 0; i < 5; i++) {
            provider.proves("stranger", OutsideGate.Kind.SIGN_IN, "", "subject-2", fixture.now);
            assertEquals(ErrorCode.SIGN_IN_FAILED, refused("stranger"));
        }
        assertEquals(ErrorCode.THROTTLED, refused("stranger"));
        fixture.signIns
                .signIn(new Credentials("anna", Fixture.RIGHT, Fixture.CODE), HERE)
                .orElseThrow();
    }

    @Test
    public void whomTheProviderSawLongAgoHasNoFreshSecondFactor() {
        provider.proves("secret", OutsideGate.Kind.SIGN_IN, "", "subject-1", fixture.now.minusSeconds(600));
        Session session = outside.signIn("secret", HERE).orElseThrow().session();
        assertTrue(fixture.gate.decide(session, Permission.OWN_CREDENTIALS) instanceof Decision.Denied);
        provider.proves("again", OutsideGate.Kind.STEP_UP, session.id(), "subject-1", fixture.now);
        Session fresh = outside.stepUp(session, "again", HERE).orElseThrow().session();
        assertTrue(fixture.gate.decide(fresh, Permission.OWN_CREDENTIALS) instanceof Decision.Allowed);
    }

    /** Somebody else has the secret, too, and uses it elsewhere while the owner is at the provider. */
    @Test
    public void whatIsProvedThereIsProvedWhereTheOwnerIsAndNotWhereTheLastRequestCameFrom() {
        provider.proves("secret", OutsideGate.Kind.SIGN_IN, "", "subject-1", fixture.now);
        SignedIn signedIn = outside.signIn("secret", HERE).orElseThrow();
        fixture.signIns.find(signedIn.secret(), "198.51.100.7");
        provider.proves("again", OutsideGate.Kind.STEP_UP, signedIn.session().id(), "subject-1", fixture.now);
        SignedIn renewed = outside.stepUp(signedIn.session(), "again", HERE).orElseThrow();
        fixture.signIns.find(renewed.secret(), HERE);
        assertEquals(Optional.empty(), fixture.signIns.gate(renewed.session()));
        fixture.signIns.find(renewed.secret(), "198.51.100.7");
        assertEquals(Optional.of(ErrorCode.STEP_UP_REQUIRED), fixture.signIns.gate(renewed.session()));
    }

    @Test
    public void aStepUpIsForTheSessionThatAskedAndItsOwnIdentity() {
        provider.proves("secret", OutsideGate.Kind.SIGN_IN, "", "subject-1", fixture.now.minusSeconds(600));
        Session session = outside.signIn("secret", HERE).orElseThrow().session();
        provider.proves("other session", OutsideGate.Kind.STEP_UP, "another", "subject-1", fixture.now);
        provider.proves("other person", OutsideGate.Kind.STEP_UP, session.id(), "subject-2", fixture.now);
        provider.proves("other errand", OutsideGate.Kind.SIGN_IN, session.id(), "subject-1", fixture.now);
        for (String wrong : new String[] {"other session", "other person", "other errand", "nothing"}) {
            assertTrue(wrong, outside.stepUp(session, wrong, HERE) instanceof Outcome.Refused<SignedIn>);
        }
        assertTrue(fixture.gate.decide(session, Permission.OWN_CREDENTIALS) instanceof Decision.Denied);
    }

    @Test
    public void withoutAProviderThereIsNoSuchWay() {
        provider.proves("secret", OutsideGate.Kind.SIGN_IN, "", "subject-1", fixture.now);
        outside.provider = null;
        assertEquals(ErrorCode.SIGNED_OUT, refused("secret"));
    }

    /** Ways that ended well. */
    private static final class Provider implements OutsideGate {
        private final Map<String, Proved> proved = new HashMap<>();
        private String issuer = ISSUER;

        void proves(String secret, Kind kind, String session, String subject, Instant at) {
            proved.put(secret, new Proved(new Errand(kind, session, "/"), issuer, subject, at));
        }

        @Override
        public String name() {
            return "Region";
        }

        @Override
        public Outcome<Departure> depart(Errand errand, String source) {
            throw new AssertionError("not expected");
        }

        @Override
        public Arrival arrive(String secret, Map<String, String> answer) {
            throw new AssertionError("not expected");
        }

        @Override
        public Optional<Proved> proved(String secret) {
            return Optional.ofNullable(proved.get(secret));
        }

        @Override
        public boolean use(String secret) {
            return proved.remove(secret) != null;
        }
    }

    private static final class Links implements OutsideIdentityStore {
        private final Map<String, OutsideLink> bySubject = new HashMap<>();

        void put(String username, String subject) {
            bySubject.put(
                    ISSUER + subject, new OutsideLink(Fixture.id(username), username, ISSUER, subject, Instant.EPOCH));
        }

        @Override
        public Optional<OutsideLink> find(String issuer, String subject) {
            return Optional.ofNullable(bySubject.get(issuer + subject));
        }

        @Override
        public Optional<OutsideLink> of(org.openbarnahus.core.model.id.UserId account) {
            throw new AssertionError("not expected");
        }

        @Override
        public boolean link(OutsideLink link, AuditEntry audit) {
            throw new AssertionError("not expected");
        }

        @Override
        public boolean unlink(org.openbarnahus.core.model.id.UserId account, AuditEntry audit) {
            throw new AssertionError("not expected");
        }

        @Override
        public boolean enrol(AccountRecord renewed, byte[] codeHash, OutsideLink link, AuditEntry audit) {
            throw new AssertionError("not expected");
        }
    }
}
