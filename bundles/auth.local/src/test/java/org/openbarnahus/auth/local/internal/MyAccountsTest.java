// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.NewAccount;
import org.openbarnahus.core.service.gate.GuessGate;
import org.openbarnahus.core.service.store.AccountRecord;

/** The own account. */
public class MyAccountsTest {
    private static final String PASSWORD = "jag cyklar till skogen";
    private static final String NEXT = "fyra gröna hästar simmar";

    private final FakeStore store = new FakeStore();
    private final FakeSignInStore codes = new FakeSignInStore(store);
    private final CountingHasher hasher = new CountingHasher(64);
    private final FakeGates gates = new FakeGates(new HashSet<>());
    private final Instant now = Instant.parse("2026-03-12T08:00:00Z");
    private final Passkeys passkeys = new Passkeys(codes, () -> now, () -> "localhost");
    private final Set<Permission> stale = new HashSet<>();
    private final MyAccounts accounts = new MyAccounts(
            store,
            codes,
            hasher,
            passkeys,
            new Enrolments(store, codes, hasher, gates, gates, gates, () -> now),
            new FakeAccess(p ->
                    stale.contains(p) ? new Decision.Denied("step-up") : new Decision.Allowed(Purpose.ADMINISTRATION)),
            gates,
            gates,
            () -> now);
    private Session session;

    @Before
    public void anAccount() {
        store.houses.addAll(DemoPlan.HOUSES);
        new AccountFactory(store, hasher, () -> now)
                .create(
                        DemoPlan.HOUSES.getFirst(),
                        new NewAccount("anna", PASSWORD, Agency.BARNAHUS, Set.of(Role.COORDINATOR)),
                        Optional.empty(),
                        "test")
                .orElseThrow();
        AccountRecord anna = store.stored("anna");
        session = new Signed(
                "s1", new Actor(anna.id(), "anna", anna.service(), "SE-DEMO", "SE", anna.agency(), anna.roles()));
    }

    private static ErrorCode code(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).problems().getFirst().code();
    }

    @Test
    public void thePasswordChangesWithThePresentOneAndAGoodNewOne() {
        assertEquals(
                ErrorCode.PASSWORD_WRONG,
                code(accounts.changePassword(session, "jag cyklar till staden", NEXT, "192.0.2.1")));
        assertEquals(1, gates.failed);
        assertEquals("apart from those who sign in", List.of(GuessGate.Secret.PASSWORD), gates.within);
        assertEquals(
                ErrorCode.PASSWORD_GUESSABLE,
                code(accounts.changePassword(session, PASSWORD, "anna-barnahus-2026", "192.0.2.1")));
        assertEquals(ErrorCode.PASSWORD_LENGTH, code(accounts.changePassword(session, PASSWORD, "kort", "192.0.2.1")));
        assertTrue(hasher.matches(PASSWORD, store.stored("anna").passwordHash()));
        accounts.changePassword(session, PASSWORD, NEXT, "192.0.2.1").orElseThrow();
        assertTrue(hasher.matches(NEXT, store.stored("anna").passwordHash()));
        assertEquals("this session goes on", 1, gates.renewed);
        assertEquals("s1", store.trail.getLast().session());
        gates.pause = Duration.ofSeconds(4);
        assertEquals(ErrorCode.THROTTLED, code(accounts.changePassword(session, NEXT, PASSWORD, "192.0.2.1")));
    }

    @Test
    public void recoveryCodesAreTenNewOnesAndTheStoreSeesNoneOfThem() {
        List<String> first = accounts.issueRecoveryCodes(session).orElseThrow();
        List<String> second = accounts.issueRecoveryCodes(session).orElseThrow();
        assertEquals(10, Set.copyOf(second).size());
        assertTrue(second.stream().noneMatch(first::contains));
        assertTrue(second.getFirst().matches("([A-Z2-7]{4}-){6}[A-Z2-7]{4}"));
        assertEquals(10, accounts.mine(session).orElseThrow().recoveryCodes());
        assertTrue(codes.recovery.values().stream().flatMap(Set::stream).noneMatch(second::contains));
        assertEquals(
                false,
                codes.hasRecoveryCode(
                        session.actor().user(),
                        OneTimeCode.recoveryHash(session.actor().user(), first.getFirst())));
    }

    @Test
    public void everythingThatChangesCredentialsNeedsAFreshFactor() {
        stale.add(Permission.OWN_CREDENTIALS);
        assertEquals(ErrorCode.STEP_UP_REQUIRED, code(accounts.issueRecoveryCodes(session)));
        assertEquals(ErrorCode.STEP_UP_REQUIRED, code(accounts.changePassword(session, PASSWORD, NEXT, "x")));
        assertEquals(ErrorCode.STEP_UP_REQUIRED, code(accounts.beginPasskey(session)));
        assertEquals(ErrorCode.STEP_UP_REQUIRED, code(accounts.addPasskey(session, "{}", "x")));
        assertEquals(ErrorCode.STEP_UP_REQUIRED, code(accounts.removePasskey(session, "AAAA")));
        assertTrue(accounts.mine(session) instanceof Outcome.Done);
    }

    @Test
    public void whatIsNoPasskeyIsRefused() {
        assertTrue(accounts.beginPasskey(session).orElseThrow().contains("\"userVerification\":\"required\""));
        for (String junk : List.of("", "{}", "null", "[1]", "x".repeat(30_000))) {
            assertEquals(ErrorCode.PASSKEY_REFUSED, code(accounts.addPasskey(session, junk, "Laptop")));
            assertEquals(false, passkeys.use(session.actor().user(), junk));
        }
        assertEquals(ErrorCode.TOO_LONG, code(accounts.addPasskey(session, "{}", " ")));
        assertEquals(ErrorCode.NOT_FOUND, code(accounts.removePasskey(session, "not base64!")));
    }
}
