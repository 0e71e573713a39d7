// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.EnrolmentRecord;
import org.openbarnahus.core.service.store.OutsideIdentityStore;
import org.openbarnahus.core.service.store.OutsideLink;

/** One identity, one account; linked and unlinked with the audit entry, or not at all. */
public class OutsideIdentityStoreTest extends OnBothDatabases {
    private static final Instant NOW = Samples.NOW;
    private final String issuer = "https://provider.example.org/" + UUID.randomUUID();
    private AccountRecord account;
    private AccountRecord other;

    @Before
    public void makeAccounts() {
        account = made();
        other = made();
    }

    private AccountRecord made() {
        String name = "user-" + UUID.randomUUID();
        db.store()
                .site()
                .insert(
                        new AccountRecord(
                                new UserId(UUID.randomUUID()),
                                house,
                                name,
                                Agency.POLICE,
                                Set.of(Role.PRACTITIONER),
                                true,
                                "old",
                                new byte[20],
                                1),
                        audit("account"));
        return db.store().site().account(name).orElseThrow();
    }

    private OutsideIdentityStore store() {
        return db.store().outside();
    }

    private AuditEntry audit(String detail) {
        return Samples.audit(house, detail);
    }

    private OutsideLink link(AccountRecord of, String subject) {
        return new OutsideLink(of.id(), of.username(), issuer, subject, NOW);
    }

    private long entries() {
        return db.count("select count(*) from audit where service = ?", house.value());
    }

    @Test
    public void anIdentityIsFoundByIssuerAndSubjectLetterByLetter() {
        assertTrue(store().link(link(account, "Abc"), audit("linked")));
        assertEquals(Optional.of(link(account, "Abc")), store().find(issuer, "Abc"));
        assertEquals(Optional.of(link(account, "Abc")), store().of(account.id()));
        assertTrue(store().find(issuer, "abc").isEmpty());
        assertTrue(store().find(issuer + "/", "Abc").isEmpty());
    }

    /** As a copy of the keys does that is older than the key of the index. */
    @Test
    public void whoeverIsNotFoundByTheKeysThatAreThereIsFoundAgainAfterAStart() {
        db.keys.indexes.set(2);
        assertTrue(store().link(link(account, "Abc"), audit("linked")));
        db.keys.indexes.set(1);
        assertTrue(store().find(issuer, "Abc").isEmpty());
        for (int start = 0; start < 2; start++) {
            try (KeyRotations rotations = db.store().rotations(db.keys)) {
                rotations.resume();
            }
            assertEquals(Optional.of(link(account, "Abc")), store().find(issuer, "Abc"));
        }
        assertEquals(
                1, db.count("select count(*) from audit where object_id = 'index' and service = ?", house.value()));
    }

    @Test
    public void neitherSideIsLinkedTwice() {
        assertTrue(store().link(link(account, "one"), audit("linked")));
        long before = entries();
        assertFalse(store().link(link(account, "two"), audit("linked")));
        assertFalse(store().link(link(other, "one"), audit("linked")));
        assertEquals(before, entries());
        assertTrue(store().link(link(other, "two"), audit("linked")));
        assertEquals(before + 1, entries());
    }

    @Test
    public void aLinkIsRemovedOnce() {
        assertTrue(store().link(link(account, "one"), audit("linked")));
        assertTrue(store().unlink(account.id(), audit("unlinked")));
        assertFalse(store().unlink(account.id(), audit("unlinked")));
        assertTrue(store().find(issuer, "one").isEmpty());
    }

    @Test
    public void anEnrolmentCodeGivesTheAccountToTheIdentityAloneAndOnce() {
        byte[] code = "code".getBytes(UTF_8);
        db.store().signIns().putEnrolment(new EnrolmentRecord(account.id(), code, NOW.plusSeconds(9)), audit("code"));
        db.store().signIns().replaceRecoveryCodes(account.id(), List.of(code), audit("codes"));
        assertTrue(store().link(link(account, "old"), audit("linked")));
        AccountRecord renewed = renewed();
        assertFalse(store().enrol(renewed, "other".getBytes(UTF_8), link(account, "new"), audit("enrolled")));
        assertTrue(store().enrol(renewed, code, link(account, "new"), audit("enrolled")));
        assertFalse(store().enrol(renewed, code, link(account, "newer"), audit("enrolled")));
        assertEquals(Optional.of(link(account, "new")), store().of(account.id()));
        assertTrue(store().find(issuer, "old").isEmpty());
        assertEquals(0, db.store().signIns().recoveryCodes(account.id()));
        assertEquals(
                "new",
                db.store().site().account(account.username()).orElseThrow().passwordHash());
    }

    @Test
    public void aCodeDoesNotTakeAnIdentityAwayFromAnotherAccount() {
        byte[] code = "code".getBytes(UTF_8);
        db.store().signIns().putEnrolment(new EnrolmentRecord(account.id(), code, NOW.plusSeconds(9)), audit("code"));
        assertTrue(store().link(link(other, "one"), audit("linked")));
        assertFalse(store().enrol(renewed(), code, link(account, "one"), audit("enrolled")));
        assertEquals(Optional.of(link(other, "one")), store().find(issuer, "one"));
        assertTrue(db.store().signIns().enrolment(account.id()).isPresent());
    }

    @Test
    public void aNewPasswordByCodeVoidsTheLink() {
        byte[] code = "code".getBytes(UTF_8);
        db.store().signIns().putEnrolment(new EnrolmentRecord(account.id(), code, NOW.plusSeconds(9)), audit("code"));
        assertTrue(store().link(link(account, "one"), audit("linked")));
        assertTrue(db.store().signIns().enrol(renewed(), code, NOW, List.of(), audit("enrolled")));
        assertTrue(store().of(account.id()).isEmpty());
    }

    private AccountRecord renewed() {
        return new AccountRecord(
                account.id(),
                house,
                account.username(),
                Agency.POLICE,
                Set.of(Role.PRACTITIONER),
                true,
                "new",
                new byte[20],
                account.version());
    }
}
