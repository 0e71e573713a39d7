// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.query.SignInRecord;
import org.openbarnahus.core.service.store.AcceptanceRecord;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.AgreementRecord;
import org.openbarnahus.core.service.store.DraftRecord;
import org.openbarnahus.core.service.store.EnrolmentRecord;
import org.openbarnahus.core.service.store.PasskeyRecord;
import org.openbarnahus.core.service.store.RequestRecord;
import org.openbarnahus.core.service.store.SignInStore;
import org.openbarnahus.core.service.store.TrainingRecord;
import org.openbarnahus.core.service.store.Tries;

/** The throttle's counters, codes, passkeys, agreements, trainings and drafts. */
public class SignInStoreTest extends OnBothDatabases {
    private static final Instant NOW = Samples.NOW;
    private AccountRecord account;

    @Before
    public void makeAccount() {
        String name = "user-" + UUID.randomUUID();
        account = new AccountRecord(
                new UserId(UUID.randomUUID()),
                house,
                name,
                Agency.POLICE,
                Set.of(Role.PRACTITIONER),
                true,
                "$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$aGFzaA",
                new byte[20],
                1);
        db.store().site().insert(account, audit());
        account = db.store().site().account(name).orElseThrow();
    }

    private SignInStore store() {
        return db.store().signIns();
    }

    private AuditEntry audit() {
        return Samples.audit(house, "account");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private long audited(String detail) {
        return db.count("select count(*) from audit where service = ? and object_id = ?", house.value(), detail);
    }

    @Test
    public void triesAreReplacedOnlyByWhoeverSawTheLastOnes() throws Exception {
        String key = "a:" + UUID.randomUUID();
        Optional<Tries> first = Optional.of(new Tries(1, NOW, NOW, false));
        assertTrue(store().replaceTries(key, Optional.empty(), first));
        assertFalse(store().replaceTries(key, Optional.empty(), first));
        List<Boolean> steps = together(Collections.nCopies(
                8, () -> store().replaceTries(key, first, Optional.of(new Tries(2, NOW, NOW.plusSeconds(2), true)))));
        assertEquals(1, Collections.frequency(steps, true));
        Tries now = store().tries(key).orElseThrow();
        assertEquals(new Tries(2, NOW, NOW.plusSeconds(2), true), now);
        assertFalse(store().replaceTries(key, first, Optional.empty()));
        assertTrue(store().replaceTries(key, Optional.of(now), Optional.empty()));
        assertTrue(store().tries(key).isEmpty());
    }

    @Test
    public void triesSurviveARestart() {
        String key = "a:" + UUID.randomUUID();
        assertTrue(store().replaceTries(key, Optional.empty(), Optional.of(new Tries(7, NOW, NOW, false))));
        db.shut();
        db.open();
        assertEquals(7, store().tries(key).orElseThrow().failed());
    }

    @Test
    public void aRecoveryCodeWorksOnceAlsoInARace() throws Exception {
        long before = audited("account");
        store().replaceRecoveryCodes(account.id(), List.of(bytes("one"), bytes("two")), audit());
        assertEquals(2, store().recoveryCodes(account.id()));
        assertTrue(store().hasRecoveryCode(account.id(), bytes("one")));
        List<Boolean> race =
                together(Collections.nCopies(8, () -> store().useRecoveryCode(account.id(), bytes("one"), audit())));
        assertEquals(1, Collections.frequency(race, true));
        assertEquals(1, store().recoveryCodes(account.id()));
        assertEquals("new codes, and one of them used", before + 2, audited("account"));
        store().replaceRecoveryCodes(account.id(), List.of(bytes("three")), audit());
        assertFalse(store().hasRecoveryCode(account.id(), bytes("two")));
    }

    @Test
    public void enrollingChangesAllAtOnceAndOnlyOnce() {
        store().insert(passkey("key-" + account.username()), audit());
        store().putEnrolment(new EnrolmentRecord(account.id(), bytes("code"), NOW.plusSeconds(60)), audit());
        AccountRecord renewed = new AccountRecord(
                account.id(),
                house,
                account.username(),
                account.agency(),
                account.roles(),
                true,
                "new-hash",
                bytes("12345678901234567890"),
                account.version());
        List<byte[]> codes = List.of(bytes("r1"), bytes("r2"));
        assertFalse("wrong code", store().enrol(renewed, bytes("kode"), NOW, codes, audit()));
        assertFalse("too late", store().enrol(renewed, bytes("code"), NOW.plusSeconds(60), codes, audit()));
        assertEquals(1, store().passkeys(account.id()).size());
        assertTrue(store().enrol(renewed, bytes("code"), NOW, codes, audit()));
        AccountRecord now = db.store().site().account(account.username()).orElseThrow();
        assertEquals("new-hash", now.passwordHash());
        assertArrayEquals(bytes("12345678901234567890"), now.otpSecret());
        assertEquals(2, store().recoveryCodes(account.id()));
        assertTrue(store().passkeys(account.id()).isEmpty());
        assertFalse("used", store().enrol(now, bytes("code"), NOW, codes, audit()));
        assertTrue(store().enrolment(account.id()).isEmpty());
    }

    @Test
    public void aCodeAndTheRequestForItAreKeptTogetherOrNotAtAll() {
        String user = account.id().toString();
        RequestRecord request = new RequestRecord(user, "k-" + account.username(), "print", "invitation", user, 1, NOW);
        assertTrue(store().request(house, user, request.key()).isEmpty());
        EnrolmentRecord first = new EnrolmentRecord(account.id(), bytes("code"), NOW.plusSeconds(60));
        store().putEnrolment(first, house, request, audit());
        assertEquals(request, store().request(house, user, request.key()).orElseThrow());
        assertTrue(store().request(house, user, "another").isEmpty());
        assertTrue(store().request(new ServiceId(UUID.randomUUID()), user, request.key())
                .isEmpty());
        EnrolmentRecord second = new EnrolmentRecord(account.id(), bytes("later"), NOW.plusSeconds(90));
        assertThrows(RuntimeException.class, () -> store().putEnrolment(second, house, request, audit()));
        assertArrayEquals(
                bytes("code"), store().enrolment(account.id()).orElseThrow().hash());
    }

    private PasskeyRecord passkey(String id) {
        return new PasskeyRecord(bytes(id), account.id(), bytes("cose"), 4, "Laptop", NOW, Optional.empty());
    }

    @Test
    public void aPasskeysCounterMovesOnlyFromWhatWasSeen() {
        byte[] id = bytes("id-" + account.username());
        store().insert(passkey("id-" + account.username()), audit());
        assertTrue(store().usePasskey(id, 4, 5, NOW));
        assertFalse("a copy of the key", store().usePasskey(id, 4, 5, NOW));
        PasskeyRecord now = store().passkey(id).orElseThrow();
        assertEquals(5, now.signCount());
        assertEquals(NOW, now.used().orElseThrow());
        assertFalse(store().removePasskey(new UserId(UUID.randomUUID()), id, audit()));
        assertTrue(store().removePasskey(account.id(), id, audit()));
    }

    @Test
    public void signInsComeNewestFirst() {
        store().signedIn(new SignInRecord(account.id(), NOW, "otp", false));
        store().signedIn(new SignInRecord(account.id(), NOW.plusSeconds(5), "passkey", true));
        assertEquals(
                List.of(new SignInRecord(account.id(), NOW.plusSeconds(5), "passkey", true)),
                store().signIns(account.id(), 1));
    }

    @Test
    public void agreementsAreSignedByVersionAndHash() {
        AgreementRecord text = new AgreementRecord(house, 2, "sv", "Jag lovar\n- att …", NOW);
        store().publish(List.of(text), audit());
        assertEquals(List.of(text), store().agreements(house));
        AcceptanceRecord signed =
                new AcceptanceRecord(account.id(), 2, "sv", "a".repeat(64), "Ö. Å", "samordnare", "huset", NOW);
        long before = audited("account");
        store().accept(signed, audit());
        assertEquals(before + 1, audited("account"));
        assertEquals(List.of(signed), store().acceptances(account.id()));
        assertEquals(List.of(signed), store().acceptancesOf(house));
        assertTrue(store().acceptancesOf(db.newHouse()).isEmpty());
    }

    @Test
    public void passedTestsAreRememberedNewestFirst() {
        TrainingRecord first = new TrainingRecord(account.id(), 1, "sv", NOW);
        TrainingRecord again = new TrainingRecord(account.id(), 2, "nb", NOW.plus(Duration.ofDays(365)));
        store().passed(first, audit());
        store().passed(again, audit());
        assertEquals(List.of(again, first), store().trainings(account.id()));
        assertEquals(List.of(again, first), store().trainingsOf(house));
        assertTrue(store().trainingsOf(db.newHouse()).isEmpty());
        assertTrue(store().trainings(new UserId(UUID.randomUUID())).isEmpty());
    }

    @Test
    public void aDraftIsCipherTextBoundToUserAndPlaceAndEndsAfterAWeek() {
        DraftRecord draft = new DraftRecord(house, account.id(), "case/1", "något hemligt", NOW);
        store().keepDraft(draft);
        store().keepDraft(draft);
        assertEquals(
                "något hemligt",
                store().draft(house, account.id(), "case/1").orElseThrow().content());
        assertTrue(store().draft(house, account.id(), "case/2").isEmpty());
        assertTrue(store().draft(db.newHouse(), account.id(), "case/1").isEmpty());
        db.sql("update draft set place = 'case/2' where user_id = '" + account.id() + "'");
        assertThrows(RuntimeException.class, () -> store().draft(house, account.id(), "case/2"));
        store().forgetDraft(account.id(), "case/2");
        store().keepDraft(new DraftRecord(house, account.id(), "old", "x", NOW.minus(Duration.ofDays(8))));
        store().keepDraft(draft);
        db.store().purge();
        assertTrue(store().draft(house, account.id(), "old").isEmpty());
        assertTrue(store().draft(house, account.id(), "case/1").isPresent());
    }
}
