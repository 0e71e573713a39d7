// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.query.MyAccount;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.PasskeyRecord;

/** Passkeys with a device that does as a real one, and with one that lies. */
public class PasskeysTest {
    private static final String PASSWORD = "jag cyklar till skogen";
    private final FakeStore store = new FakeStore();
    private final FakeSignInStore codes = new FakeSignInStore(store);
    private final CountingHasher hasher = new CountingHasher(64);
    private final FakeGates gates = new FakeGates(new HashSet<>());
    private final BarnahusRecord house = DemoPlan.HOUSES.getFirst();
    private final Authenticator device = new Authenticator();
    private Instant now = Instant.parse("2026-03-12T08:00:00Z");
    private final Passkeys passkeys = new Passkeys(codes, () -> now, () -> "localhost");
    private final CredentialCheck check = new CredentialCheck(store, codes, hasher, passkeys, gates, () -> now, 1);
    private final AccountRecord anna = account("anna", 1);
    private final MyAccounts mine = new MyAccounts(
            store,
            codes,
            hasher,
            passkeys,
            new Enrolments(store, codes, hasher, gates, gates, gates, () -> now),
            new FakeAccess(permission -> new Decision.Allowed(Purpose.ADMINISTRATION)),
            gates,
            gates,
            () -> now);
    private final Session session = new Signed(
            "s1",
            new Actor(anna.id(), "anna", house.id(), "SE-DEMO", "SE", Agency.BARNAHUS, Set.of(Role.PRACTITIONER)));

    private AccountRecord account(String name, int id) {
        return new AccountRecord(
                new UserId(new UUID(7, id)),
                new ServiceId(house.id().value()),
                name,
                Agency.BARNAHUS,
                Set.of(Role.PRACTITIONER),
                true,
                hasher.hash(PASSWORD),
                new byte[20],
                0);
    }

    @Before
    public void accounts() {
        store.houses.addAll(DemoPlan.HOUSES);
        store.accounts.put("anna", anna);
        store.accounts.put("otto", account("otto", 2));
        device.owner = anna.id();
    }

    private PasskeyRecord made() {
        PasskeyRecord key = passkeys.made(anna, device.make(passkeys.creation(anna)), "Laptop")
                .orElseThrow();
        codes.passkeys.add(key);
        return key;
    }

    private Optional<String> factor(String username, String password, String answer) {
        return check.prove(new Credentials(username, password, "", answer)).map(proof -> proof.factor());
    }

    @Test
    public void aDeviceMakesAKeyThatSignsInOncePerChallenge() {
        PasskeyRecord key = made();
        assertArrayEquals(device.id, key.id());
        assertEquals(anna.id(), key.account());
        assertEquals("Laptop", key.name());
        String answer = device.sign(passkeys.request());
        assertTrue(passkeys.matches(anna.id(), answer));
        assertTrue("looking uses nothing up", passkeys.matches(anna.id(), answer));
        assertEquals(Optional.of("passkey"), factor("anna", PASSWORD, answer));
        assertEquals("a challenge works once", Optional.empty(), factor("anna", PASSWORD, answer));
        assertEquals(1, codes.passkeys.getFirst().signCount());
        assertEquals(Optional.of(now), codes.passkeys.getFirst().used());
        assertEquals(Optional.of("passkey"), factor("anna", PASSWORD, device.sign(passkeys.request())));
    }

    @Test
    public void itTakesThePlaceOfTheCodeAndNotOfThePassword() {
        made();
        assertEquals(Optional.empty(), factor("anna", "jag cyklar till staden", device.sign(passkeys.request())));
        assertEquals("nothing was used up", 0, codes.passkeys.getFirst().signCount());
    }

    @Test
    public void somebodyElsesKeyIsNoProof() {
        made();
        String answer = device.sign(passkeys.request());
        assertFalse(passkeys.matches(store.stored("otto").id(), answer));
        assertEquals(Optional.empty(), factor("otto", PASSWORD, answer));
        device.owner = store.stored("otto").id();
        assertFalse(passkeys.matches(store.stored("otto").id(), device.sign(passkeys.request())));
        assertFalse(check.holdsPasskey(new Credentials("otto", "", "", answer)));
        assertTrue(check.holdsPasskey(new Credentials("anna", "", "", answer)));
        assertFalse(check.holdsPasskey(new Credentials("nobody", "", "", answer)));
    }

    @Test
    public void anotherPageAnotherHostOrNoVerifiedPersonIsRefused() {
        made();
        device.verified = false;
        assertFalse(passkeys.matches(anna.id(), device.sign(passkeys.request())));
        assertTrue(
                passkeys.made(anna, device.make(passkeys.creation(anna)), "x").isEmpty());
        device.verified = true;
        device.origin = "https://evil.example.org";
        assertFalse("phishing", passkeys.matches(anna.id(), device.sign(passkeys.request())));
        assertTrue(
                passkeys.made(anna, device.make(passkeys.creation(anna)), "x").isEmpty());
        device.origin = "https://localhost:8443";
        device.host = "example.org";
        assertFalse(passkeys.matches(anna.id(), device.sign(passkeys.request())));
        device.host = "localhost";
        assertTrue(passkeys.matches(anna.id(), device.sign(passkeys.request())));
    }

    @Test
    public void aCopyOfTheDeviceIsNoticedByItsCounter() {
        made();
        device.counter = 7;
        assertTrue(passkeys.use(anna.id(), device.sign(passkeys.request())));
        device.counter = 3;
        assertFalse(passkeys.use(anna.id(), device.sign(passkeys.request())));
    }

    @Test
    public void aChallengeIsForItsPurposeItsAccountAndFiveMinutes() {
        made();
        assertFalse("of making", passkeys.matches(anna.id(), device.sign(passkeys.creation(anna))));
        String other = new Authenticator().make(passkeys.creation(store.stored("otto")));
        assertTrue("of somebody else", passkeys.made(anna, other, "x").isEmpty());
        assertTrue(passkeys.made(anna, device.make(passkeys.request()), "x").isEmpty());
        String answer = device.sign(passkeys.request());
        String making = new Authenticator().make(passkeys.creation(anna));
        now = now.plusSeconds(300);
        assertFalse(passkeys.matches(anna.id(), answer));
        assertTrue(passkeys.made(anna, making, "x").isEmpty());
        String twice = new Authenticator().make(passkeys.creation(anna));
        assertTrue(passkeys.made(anna, twice, "x").isPresent());
        assertTrue("once", passkeys.made(anna, twice, "x").isEmpty());
    }

    @Test
    public void anAnswerThatIsFarTooLongIsNotRead() {
        made();
        String answer = device.sign(passkeys.request());
        assertFalse(passkeys.matches(anna.id(), answer + " ".repeat(100_000)));
        String making = new Authenticator().make(passkeys.creation(anna));
        assertTrue(passkeys.made(anna, making + " ".repeat(100_000), "x").isEmpty());
    }

    @Test
    public void keysThatTheAccountHasAreNamedToTheDevice() {
        made();
        String name = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(device.id);
        assertTrue(passkeys.creation(anna).contains(name));
        assertFalse(passkeys.request().contains(name));
        assertTrue(mine.passkeyChallenge().contains("\"challenge\""));
    }

    private static ErrorCode code(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).problems().getFirst().code();
    }

    @Test
    public void theOwnerKeepsNamesAndRemovesThem() {
        String options = mine.beginPasskey(session).orElseThrow();
        String longest = "n".repeat(60);
        assertEquals(ErrorCode.TOO_LONG, code(mine.addPasskey(session, device.make(options), longest + "n")));
        for (String name : List.of("a\tb", "a\u202Eb", "a\u200Bb")) {
            assertEquals(ErrorCode.FORBIDDEN_CHARACTER, code(mine.addPasskey(session, device.make(options), name)));
        }
        MyAccount seen = mine.addPasskey(session, device.make(options), " " + longest + " ")
                .orElseThrow();
        assertEquals(longest, seen.passkeys().getFirst().name());
        assertEquals("added", codes.trail.getLast().detail());
        assertEquals("s1", codes.trail.getLast().session());
        String id = seen.passkeys().getFirst().id();
        assertEquals(ErrorCode.NOT_FOUND, code(mine.removePasskey(session, "AAAA")));
        assertEquals(0, mine.removePasskey(session, id).orElseThrow().passkeys().size());
        assertEquals(ErrorCode.NOT_FOUND, code(mine.removePasskey(session, id)));
    }

    @Test
    public void tenKeysAreEnough() {
        for (int i = 0; i < 10; i++) {
            String options = mine.beginPasskey(session).orElseThrow();
            mine.addPasskey(session, new Authenticator().make(options), "key " + i)
                    .orElseThrow();
        }
        assertEquals(ErrorCode.TOO_MANY, code(mine.beginPasskey(session)));
        assertEquals(
                ErrorCode.TOO_MANY,
                code(mine.addPasskey(session, new Authenticator().make(passkeys.creation(anna)), "one more")));
    }
}
