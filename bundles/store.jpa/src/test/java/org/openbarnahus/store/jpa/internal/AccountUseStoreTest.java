// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.query.AccountClosure;
import org.openbarnahus.core.service.query.AccountClosure.Reason;
import org.openbarnahus.core.service.query.SignInRecord;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.AccountUse;
import org.openbarnahus.core.service.store.AccountUseStore;
import org.openbarnahus.core.service.store.EnrolmentRecord;

public class AccountUseStoreTest extends OnBothDatabases {
    private static final Instant NOW = Samples.NOW;
    private static final Instant LATER = NOW.plus(Duration.ofDays(50));
    private static final AccountClosure DORMANT = new AccountClosure(Reason.DORMANT, LATER);
    private final String name = "user-" + UUID.randomUUID();

    @Before
    public void makeAccount() {
        AccountRecord made = new AccountRecord(
                new UserId(UUID.randomUUID()),
                house,
                name,
                Agency.HEALTH,
                Set.of(Role.PRACTITIONER),
                true,
                "$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$aGFzaA",
                new byte[20],
                1);
        db.store().site().insert(made, audit(NOW));
    }

    private AccountUseStore store() {
        return db.store().uses();
    }

    private AccountRecord account() {
        return db.store().site().account(name).orElseThrow();
    }

    private AccountUse use() {
        return store().use(account().id()).orElseThrow();
    }

    private AuditEntry audit(Instant at) {
        AuditEntry any = Samples.audit(house, name);
        return new AuditEntry(
                at,
                any.service(),
                any.user(),
                any.session(),
                any.purpose(),
                any.action(),
                any.objectType(),
                any.objectId(),
                any.result(),
                any.fields(),
                any.detail());
    }

    private long audited() {
        return db.count("select count(*) from audit where service = ? and object_id = ?", house.value(), name);
    }

    private void signIn(Instant at) {
        db.store().signIns().signedIn(new SignInRecord(account().id(), at, "otp", false));
    }

    @Test
    public void aNewAccountIsUnusedAndConfirmedByWhoeverMadeIt() {
        assertEquals(
                new AccountUse(
                        account().id(), NOW, Optional.empty(), NOW, audit(NOW).user(), Optional.empty()),
                use());
        assertEquals(List.of(use()), store().usesOf(house));
        assertEquals(List.of(), store().usesOf(db.newHouse()));
        assertEquals(Optional.empty(), store().use(new UserId(UUID.randomUUID())));
    }

    @Test
    public void theLastUseIsTheLatestWhateverOrderItIsToldIn() {
        signIn(NOW.plusSeconds(60));
        store().used(account().id(), NOW.plusSeconds(30));
        assertEquals(Optional.of(NOW.plusSeconds(60)), use().lastUsed());
        store().used(account().id(), NOW.plusSeconds(90));
        assertEquals(NOW.plusSeconds(90), use().unusedSince());
        db.shut();
        db.open();
        assertEquals(NOW.plusSeconds(90), use().unusedSince());
    }

    @Test
    public void closingClosesTheAccountWithItsReasonAndOneEntryAlsoInARace() throws Exception {
        AccountRecord account = account();
        AccountUse seen = use();
        long before = audited();
        List<Boolean> race =
                together(Collections.nCopies(6, () -> store().close(account, seen, DORMANT, audit(LATER))));
        assertEquals(1, Collections.frequency(race, true));
        assertFalse(account().enabled());
        assertEquals(Optional.of(DORMANT), use().closure());
        assertEquals(before + 1, audited());
    }

    @Test
    public void whoeverSignsInAtTheLastMomentStaysOpen() {
        AccountUse seen = use();
        long before = audited();
        signIn(LATER);
        assertFalse(store().close(account(), seen, DORMANT, audit(LATER)));
        AccountRecord stale = account();
        db.store().site().update(stale, audit(NOW));
        assertFalse(store().close(stale, use(), DORMANT, audit(LATER)));
        assertTrue(account().enabled());
        assertEquals(Optional.empty(), use().closure());
        assertEquals("of the update alone", before + 1, audited());
    }

    @Test
    public void openedAgainBothCountsBeginAnewAndTheClosureIsForgotten() {
        signIn(NOW);
        assertTrue(store().close(account(), use(), DORMANT, audit(LATER)));
        AccountRecord closed = account();
        AccountRecord opened = new AccountRecord(
                closed.id(),
                house,
                name,
                closed.agency(),
                closed.roles(),
                true,
                closed.passwordHash(),
                closed.otpSecret(),
                closed.version());
        db.store().site().update(opened, audit(LATER.plusSeconds(1)));
        assertEquals(LATER.plusSeconds(1), use().unusedSince());
        assertEquals(LATER.plusSeconds(1), use().confirmed());
        assertEquals(Optional.of(NOW), use().lastUsed());
        assertEquals(Optional.empty(), use().closure());
        db.store().site().update(account(), audit(LATER.plusSeconds(9)));
        assertEquals("another change is no opening", LATER.plusSeconds(1), use().unusedSince());
    }

    @Test
    public void settingUpAnewBeginsTheCountAnewButConfirmsNothing() {
        byte[] code = "code".getBytes(UTF_8);
        db.store().signIns().putEnrolment(new EnrolmentRecord(account().id(), code, LATER.plusSeconds(60)), audit(NOW));
        assertTrue(db.store().signIns().enrol(account(), code, LATER, List.of(), audit(LATER)));
        assertEquals(LATER, use().unusedSince());
        assertEquals(NOW, use().confirmed());
    }

    @Test
    public void whatIsConfirmedSaysByWhomAndIsAudited() {
        UserId manager = new UserId(UUID.randomUUID());
        long before = audited();
        store().confirm(List.of(account().id()), manager, LATER, List.of(audit(LATER)));
        assertEquals(LATER, use().confirmed());
        assertEquals(Optional.of(manager), use().confirmedBy());
        assertEquals("disuse counts on", NOW, use().unusedSince());
        assertEquals(before + 1, audited());
        store().renew(account().id(), LATER.plusSeconds(5));
        assertEquals(LATER.plusSeconds(5), use().confirmed());
        assertEquals(LATER.plusSeconds(5), use().unusedSince());
    }

    /** As an update of a house that has worked for long: nobody is shut out by it, and the last sign-in is known. */
    @Test
    public void theMigrationBeginsNowForThoseWhoAreThere() throws Exception {
        signIn(NOW);
        db.sql("delete from account_use");
        try (InputStream script =
                Objects.requireNonNull(StoreFixture.class.getResourceAsStream("/db/shared/V24__use_of_accounts.sql"))) {
            String all = new String(script.readAllBytes(), UTF_8);
            // the house came with a later version
            db.sql("alter table account_use alter column service drop not null");
            db.sql(all.substring(all.indexOf("insert into account_use"), all.lastIndexOf(';')));
            db.sql(
                    "update account_use set service = (select a.service from account a where a.id = account_use.account)");
            db.sql("alter table account_use alter column service set not null");
        }
        Instant today = Instant.now(); // the database's clock, which no test sets
        Duration off = Duration.between(use().counted(), today).abs();
        assertTrue(off.toString(), off.compareTo(Duration.ofMinutes(5)) < 0);
        assertEquals(use().counted(), use().confirmed());
        assertEquals(Optional.of(NOW), use().lastUsed());
        assertEquals(Optional.empty(), use().closure());
    }
}
