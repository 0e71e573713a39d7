// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.query.ErasureReason;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.CaseHeldException;
import org.openbarnahus.core.service.store.ErasureRecord;
import org.openbarnahus.core.service.store.HoldRecord;
import org.openbarnahus.core.service.store.ProposalRecord;
import org.openbarnahus.core.service.store.RetentionStore;

/** What should not be kept any longer, and what is kept all the same. */
public class RetentionStoreTest extends OnBothDatabases {
    private static final LocalDate CLOSED = LocalDate.of(2020, 5, 4);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final UserId manager = new UserId(UUID.randomUUID());
    private RetentionStore retention;
    private JpaErasureStore erasures;
    private CaseFile file;

    @Before
    public void aClosedCase() {
        retention = db.store().retention(db.keys);
        erasures = db.store()
                .erasures(new TestSigner(), folder.getRoot().toPath().resolve("erased.jsonl"))
                .store();
        db.store()
                .site()
                .insert(
                        new AccountRecord(
                                manager,
                                house,
                                "u-" + manager,
                                Agency.BARNAHUS,
                                Set.of(Role.MANAGER),
                                true,
                                "hash",
                                new byte[] {1},
                                1),
                        Samples.audit(house, "account"));
        file = db.save(inState(1, new CaseState.Closed(CLOSED, "completed")));
    }

    private CaseFile inState(int serial, CaseState state) {
        CaseFile plain = Samples.aCase(house, serial, Samples.everyKind());
        return new CaseFile(
                plain.id(),
                plain.number(),
                house,
                state,
                plain.values(),
                plain.snapshot(),
                1,
                plain.created(),
                plain.changed(),
                Optional.empty());
    }

    private ErasureRecord asked() {
        ErasureRecord request = new ErasureRecord(
                UUID.randomUUID(),
                house,
                file.id(),
                file.number(),
                ErasureReason.RETENTION,
                manager,
                Samples.NOW,
                Samples.NOW.plusSeconds(60));
        erasures.insert(request, Samples.audit(house, "request"));
        return request;
    }

    private boolean erase(ErasureRecord request) {
        return erasures.erase(request, "anna", "per", Samples.audit(house, "erased"))
                .isPresent();
    }

    private HoldRecord held() {
        HoldRecord hold = Samples.hold(file, manager);
        assertTrue(retention.insert(hold, Samples.audit(house, "hold")));
        return hold;
    }

    private ProposalRecord proposal() {
        return new ProposalRecord(
                house,
                file.id(),
                file.number(),
                "se.retention_closed",
                CLOSED.plusYears(5),
                Samples.NOW,
                Optional.of(CLOSED));
    }

    private long entries() {
        return db.store().trail().after(house, 0, 1_000).size();
    }

    @Test
    public void aHoldKeepsACaseUntilItIsLifted() {
        ErasureRecord request = asked();
        HoldRecord hold = held();
        long before = entries();

        assertThrows(CaseHeldException.class, () -> erase(request));

        assertEquals("the request waits", List.of(request), erasures.requests(house));
        assertEquals("nothing is written down", before, entries());
        assertEquals(Optional.of(file), db.read(house, unit -> unit.findCase(file.id())));
        assertTrue(retention.lift(hold, Samples.stamp(9), Samples.audit(house, "lifted")));
        assertFalse(retention.lift(hold, Samples.stamp(10), Samples.audit(house, "again")));
        assertEquals(Optional.empty(), retention.held(house, file.id()));
        assertEquals(
                Optional.of(Samples.stamp(9)), retention.holds(house).getFirst().lifted());
        assertTrue(erase(request));
        assertEquals(List.of(), retention.holds(house));
    }

    @Test
    public void aHoldAndAnErasureOfTheSameMomentNeverBothHappen() throws Exception {
        ErasureRecord request = asked();
        List<Boolean> both = together(List.of(
                () -> {
                    try {
                        return erase(request);
                    } catch (CaseHeldException e) {
                        return false;
                    }
                },
                () -> retention.insert(Samples.hold(file, manager), Samples.audit(house, "hold"))));
        assertEquals(both.toString(), 1, both.stream().filter(done -> done).count());
        assertEquals(both.get(0), db.read(house, unit -> unit.erased(file.id())));
    }

    @Test
    public void oneHoldAtATimeComesBackAsItWasWritten() throws SQLException {
        HoldRecord hold = held();
        assertFalse(retention.insert(Samples.hold(file, manager), Samples.audit(house, "second")));
        assertEquals(Optional.of(hold), retention.held(house, file.id()));
        LocalDate later = LocalDate.of(2027, 6, 1);
        assertTrue(retention.renew(hold, later, Samples.audit(house, "renewed")));
        assertEquals(later, retention.held(house, file.id()).orElseThrow().reviewOn());
        byte[] stored;
        try (var connection = db.anybody()) {
            stored = Sql.query(
                            connection, "select texts from legal_hold where id = ?", row -> row.getBytes(1), hold.id())
                    .getFirst();
        }
        assertFalse(new String(stored, ISO_8859_1).contains(Samples.SECRET_TEXT));
        assertTrue("under the key of the case", CaseCipher.ofTheCase(stored));
    }

    @Test
    public void anotherHouseSeesAndChangesNothing() {
        HoldRecord hold = held();
        assertTrue(retention.propose(proposal(), Samples.audit(house, "proposed")));
        ServiceId other = db.newHouse();
        assertEquals(List.of(), retention.holds(other));
        assertEquals(Optional.empty(), retention.held(other, file.id()));
        assertEquals(List.of(), retention.proposals(other));
        assertEquals(List.of(), retention.closedUntil(other, CLOSED));
        HoldRecord theirs = new HoldRecord(
                hold.id(), other, file.id(), file.number(), "x", hold.placed(), hold.reviewOn(), Optional.empty());
        assertFalse(retention.lift(theirs, Samples.stamp(1), Samples.audit(other, "x")));
        assertFalse(retention.renew(theirs, CLOSED, Samples.audit(other, "x")));
        assertFalse(retention.insert(theirs, Samples.audit(other, "x")));
        assertEquals(Optional.of(hold), retention.held(house, file.id()));
    }

    @Test
    public void aProposalIsMadeOnceAndGoesWithTheCase() {
        db.save(inState(2, new CaseState.Open(CLOSED)));
        assertEquals(List.of(file.id()), retention.closedUntil(house, CLOSED));
        assertEquals(List.of(), retention.closedUntil(house, CLOSED.minusDays(1)));
        long before = entries();
        assertTrue(retention.propose(proposal(), Samples.audit(house, "proposed")));
        assertFalse(retention.propose(proposal(), Samples.audit(house, "again")));
        assertEquals(before + 1, entries());
        assertEquals(List.of(proposal()), retention.proposals(house));
        assertTrue(retention.withdraw(proposal(), Samples.audit(house, "withdrawn")));
        assertFalse(retention.withdraw(proposal(), Samples.audit(house, "again")));
        assertEquals(before + 2, entries());
        assertTrue(retention.propose(proposal(), Samples.audit(house, "proposed")));
        assertTrue(erase(asked()));
        assertEquals(List.of(), retention.proposals(house));
        assertFalse(retention.propose(proposal(), Samples.audit(house, "gone")));
    }

    /** A case of before keys: its hold lies under the house's key, and goes under the case's with everything else. */
    @Test
    public void aNewKeyOfTheHouseTakesHoldsAlong() throws SQLException {
        db.sql("update case_record set case_key = null, texts = null where id = '" + file.id() + "'");
        HoldRecord hold = held();
        try (KeyRotations rotations = db.store().rotations(db.keys)) {
            rotations.begin(house);
            assertTrue(rotations.step(house));
        }
        assertEquals(Optional.of(hold), retention.held(house, file.id()));
        try (var connection = db.anybody()) {
            byte[] stored = Sql.query(
                            connection, "select texts from legal_hold where id = ?", row -> row.getBytes(1), hold.id())
                    .getFirst();
            assertTrue(CaseCipher.ofTheCase(stored));
        }
    }
}
