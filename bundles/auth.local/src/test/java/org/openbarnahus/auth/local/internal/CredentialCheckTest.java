// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.command.NewAccount;
import org.openbarnahus.core.service.query.Enrolment;
import org.openbarnahus.core.service.store.AccountRecord;

public class CredentialCheckTest {
    private static final String PASSWORD = "jag cyklar till skogen";

    private final FakeStore store = new FakeStore();
    private final CountingHasher hasher = new CountingHasher(64);
    private Instant now = Instant.parse("2026-03-12T08:00:00Z");
    private final FakeSignInStore codes = new FakeSignInStore(store);
    private final FakeGates gates = new FakeGates(new java.util.HashSet<>());
    private final Passkeys passkeys = new Passkeys(codes, () -> now, () -> "localhost");
    private final CredentialCheck check = new CredentialCheck(store, codes, hasher, passkeys, gates, () -> now, 1);

    @Before
    public void anAccount() {
        Outcome<Enrolment> made = new AccountFactory(store, hasher, () -> now)
                .create(
                        DemoPlan.HOUSES.getFirst(),
                        new NewAccount("Anna", PASSWORD, Agency.BARNAHUS, Set.of(Role.COORDINATOR)),
                        Optional.empty(),
                        "test");
        assertEquals("anna", made.orElseThrow().username());
        hasher.hashes = 0;
    }

    private String code() {
        return Totp.code(store.stored("anna").otpSecret(), Totp.step(now), Totp.DIGITS);
    }

    private Optional<AccountRecord> verify(String name, String password, String code) {
        return check.verify(new Credentials(name, password, code));
    }

    @Test
    public void theRightThreeAreAccepted() {
        assertEquals("anna", verify("ANNA", PASSWORD, code()).orElseThrow().username());
    }

    @Test
    public void aCodeWorksOnceAndAnEarlierOneNotAfterwards() {
        String earlier = Totp.code(store.stored("anna").otpSecret(), Totp.step(now) - 1, Totp.DIGITS);
        assertTrue(verify("anna", PASSWORD, code()).isPresent());
        assertTrue(verify("anna", PASSWORD, code()).isEmpty());
        assertTrue(verify("anna", PASSWORD, earlier).isEmpty());
        now = now.plusSeconds(30);
        assertTrue(verify("anna", PASSWORD, code()).isPresent());
    }

    @Test
    public void aWrongPasswordDoesNotUseUpTheCode() {
        assertTrue(verify("anna", "jag cyklar till staden", code()).isEmpty());
        assertTrue(verify("anna", PASSWORD, code()).isPresent());
    }

    @Test
    public void whateverIsWrongOneHashIsComputedAndTheAnswerIsTheSame() {
        String[][] tries = {
            {"nobody", PASSWORD, "000000"},
            {"not a name", PASSWORD, "000000"},
            {"anna", "wrong", "000000"},
            {"anna", "x".repeat(100_000), code()},
            {"anna", "", ""},
            {"anna", PASSWORD, "000000"},
            {"anna", PASSWORD, ""},
            {"anna", PASSWORD, "AAAA-AAAA-AAAA-AAAA"},
            {"nobody", PASSWORD, "AAAA-AAAA-AAAA-AAAA"},
        };
        for (String[] one : tries) {
            hasher.matches = 0;
            codes.lookUps = 0;
            store.reads = 0;
            gates.asked = 0;
            assertFalse(List.of(one).toString(), verify(one[0], one[1], one[2]).isPresent());
            assertEquals(1, hasher.matches);
            assertEquals(0, hasher.hashes);
            assertEquals(1, codes.lookUps);
            assertEquals(1, store.reads);
            assertEquals(1, gates.asked);
        }
    }

    @Test
    public void whoseTimeIsOverIsRefusedLikeAWrongPasswordAndKeepsTheCode() {
        gates.runOut.add(store.stored("anna").id());
        String code = code();
        hasher.matches = 0;
        codes.lookUps = 0;
        store.reads = 0;
        assertTrue(verify("anna", PASSWORD, code).isEmpty());
        assertEquals(1, hasher.matches);
        assertEquals(1, codes.lookUps);
        assertEquals(1, store.reads);
        assertTrue("no code is used up", store.steps.isEmpty());
        gates.runOut.clear();
        assertTrue(verify("anna", PASSWORD, code).isPresent());
    }

    /** ASVS 6.2.10: nothing but its owner, or a one-time code, ends a password. */
    @Test
    public void aPasswordStaysGoodHoweverOldItIs() {
        for (int years = 0; years < 10; years++) {
            now = now.plus(Duration.ofDays(365));
            assertTrue(verify("anna", PASSWORD, code()).isPresent());
        }
    }

    /** ASVS 6.5.5: a code lives no longer than its 30 seconds where the deployer wants that. */
    @Test
    public void withoutToleranceACodeIsGoodInItsOwnHalfMinuteOnly() {
        CredentialCheck strict = new CredentialCheck(store, codes, hasher, passkeys, gates, () -> now, 0);
        String code = code();
        now = now.plusSeconds(30);
        assertTrue(strict.verify(new Credentials("anna", PASSWORD, code)).isEmpty());
        assertTrue("with tolerance it is", verify("anna", PASSWORD, code).isPresent());
        now = now.plusSeconds(60);
        assertTrue(strict.verify(new Credentials("anna", PASSWORD, code())).isPresent());
    }

    /** Codes that were given out before they became longer: what is kept is a hash, whatever their length. */
    @Test
    public void aShorterRecoveryCodeOfBeforeIsGoodUntilItIsUsed() {
        String old = "ABCD-EFGH-IJKL-MNOP";
        codes.recovery
                .computeIfAbsent(store.stored("anna").id(), id -> new java.util.HashSet<>())
                .add(java.util.Base64.getEncoder()
                        .encodeToString(
                                OneTimeCode.recoveryHash(store.stored("anna").id(), old)));
        assertTrue(verify("anna", PASSWORD, "abcd efgh ijkl mnop").isPresent());
        assertTrue(verify("anna", PASSWORD, old).isEmpty());
    }

    private String recoveryCode() {
        String code = OneTimeCode.recovery().getFirst();
        codes.recovery
                .computeIfAbsent(store.stored("anna").id(), id -> new java.util.HashSet<>())
                .add(java.util.Base64.getEncoder()
                        .encodeToString(
                                OneTimeCode.recoveryHash(store.stored("anna").id(), code)));
        return code;
    }

    @Test
    public void aRecoveryCodeStandsForTheOneTimeCodeOnce() {
        String code = recoveryCode();
        assertTrue(
                "wrong password", verify("anna", "jag cyklar till staden", code).isEmpty());
        assertEquals(
                "recovery-code",
                check.prove(new Credentials("anna", PASSWORD, " " + code.toLowerCase(java.util.Locale.ROOT)))
                        .orElseThrow()
                        .factor());
        assertTrue(verify("anna", PASSWORD, code).isEmpty());
        assertEquals(
                "its owner is told of the one that was used",
                java.util.List.of("used"),
                codes.trail.stream()
                        .filter(entry -> entry.fields().equals(java.util.Set.of("recovery_codes")))
                        .map(org.openbarnahus.core.security.AuditEntry::detail)
                        .toList());
    }

    @Test
    public void anotherAccountsRecoveryCodeIsNone() {
        String code = recoveryCode();
        codes.recovery.put(
                new org.openbarnahus.core.model.id.UserId(java.util.UUID.randomUUID()),
                codes.recovery.remove(store.stored("anna").id()));
        assertTrue(verify("anna", PASSWORD, code).isEmpty());
    }

    @Test
    public void theSecondFactorAloneIsProvedToWhoeverIsSignedIn() {
        assertTrue(
                check.proveSecondFactor(new Credentials("anna", "", "000000")).isEmpty());
        String code = code();
        assertTrue(check.proveSecondFactor(new Credentials("anna", "", code)).isPresent());
        assertTrue(
                "once",
                check.proveSecondFactor(new Credentials("anna", "", code)).isEmpty());
        assertEquals(0, hasher.matches);
    }

    @Test
    public void aDisabledAccountIsRefused() {
        AccountRecord account = store.stored("anna");
        store.accounts.put(
                "anna",
                new AccountRecord(
                        account.id(),
                        account.service(),
                        "anna",
                        account.agency(),
                        account.roles(),
                        false,
                        account.passwordHash(),
                        account.otpSecret(),
                        account.version()));
        assertTrue(verify("anna", PASSWORD, code()).isEmpty());
    }

    @Test
    public void aHashOfAnotherCostIsRenewedAtSignIn() {
        CountingHasher dearer = new CountingHasher(128);
        CredentialCheck today = new CredentialCheck(store, codes, dearer, passkeys, gates, () -> now, 1);
        AccountRecord account =
                today.verify(new Credentials("anna", PASSWORD, code())).orElseThrow();
        assertEquals(new Argon2.Cost(128, 1, 1), Argon2.cost(account.passwordHash()));
        assertEquals(account.passwordHash(), store.stored("anna").passwordHash());
        now = now.plusSeconds(30);
        assertTrue(today.verify(new Credentials("anna", PASSWORD, code())).isPresent());
        assertEquals(1, dearer.hashes);
    }
}
