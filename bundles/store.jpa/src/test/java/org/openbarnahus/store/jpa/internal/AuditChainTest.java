// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.Assume;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.service.store.AlertRecord;
import org.openbarnahus.core.service.store.AuditSearch;
import org.openbarnahus.core.service.store.AuditStore;
import org.openbarnahus.core.service.store.ChainHead;
import org.openbarnahus.core.service.store.ChainedEntry;

/** One chain per house, whole under concurrent writers and readers, and insert-only where the database can. */
public class AuditChainTest extends OnBothDatabases {
    private AuditStore trail() {
        return db.store().trail();
    }

    private ChainHead head(ServiceId chain) {
        return trail().heads().stream()
                .filter(h -> h.chain().equals(chain))
                .findFirst()
                .orElseThrow();
    }

    private void assertWhole(ServiceId chain, int expected) {
        List<ChainedEntry> all = trail().after(chain, 0, 100_000);
        String previous = AuditForm.FIRST;
        for (int i = 0; i < all.size(); i++) {
            ChainedEntry entry = all.get(i);
            assertEquals(i + 1, entry.seq());
            assertEquals(previous, entry.previous());
            assertEquals(AuditForm.hash(entry.seq(), previous, entry.entry()), entry.hash());
            previous = entry.hash();
        }
        assertEquals(expected, all.size());
        assertEquals(new ChainHead(chain, expected, previous), head(chain));
    }

    /** As somebody who owns the database might; PostgreSQL refuses even that to the role for the work. */
    @Test
    public void anOldEntryThatWasChangedIsFoundByTheWalk() {
        for (int serial = 1; serial <= 5; serial++) {
            db.save(Samples.aCase(house, serial, FieldValues.empty()));
        }
        assertEquals(OptionalLong.empty(), trail().brokenAt(house));
        Assume.assumeTrue("H2 has no rule against it", kind == Kind.H2);
        db.sql("update audit set object_id = 'another' where chain = '" + house + "' and seq = 3");
        assertEquals(OptionalLong.of(3), trail().brokenAt(house));
        db.sql("delete from audit where chain = '" + house + "' and seq >= 3");
        assertEquals(OptionalLong.of(3), trail().brokenAt(house));
    }

    @Test
    public void concurrentWritersAndReadersOfOneHouseMakeOneChainWithoutAGap() throws Exception {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int t = 0; t < 6; t++) {
            boolean reads = t % 2 == 0;
            work.add(() -> {
                for (int i = 0; i < 50; i++) {
                    if (reads) {
                        db.store().site().audit(entry(house, "read" + i, AuditEntry.Action.READ));
                    } else {
                        db.write(house, unit -> StoreFixture.auditOnly(house, true));
                    }
                }
                return true;
            });
        }
        together(work);
        StoreFixture.until(() -> head(house).seq() == 301);
        assertWhole(house, 301);
    }

    @Test
    public void manyHousesAtOnceInOppositeOrdersDoNotBlockEachOther() throws Exception {
        ServiceId other = db.newHouse();
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            List<ServiceId> order = t % 2 == 0 ? List.of(house, other) : List.of(other, house);
            work.add(() -> {
                for (int i = 0; i < 20; i++) {
                    db.write(
                            house,
                            unit -> new org.openbarnahus.core.service.store.Written<>(
                                    true,
                                    order.stream()
                                            .map(h -> Samples.audit(h, "x"))
                                            .toList(),
                                    List.of()));
                }
                return true;
            });
        }
        together(work);
        assertWhole(house, 81);
        assertWhole(other, 81);
    }

    @Test
    public void aWriteThatFailsLeavesNoTraceInTheChain() {
        long before = head(house).seq();
        assertThrows(
                IllegalStateException.class,
                () -> db.write(house, unit -> {
                    throw new IllegalStateException("stop");
                }));
        db.write(house, unit -> StoreFixture.auditOnly(house, true));
        assertWhole(house, (int) before + 1);
    }

    @Test
    public void whateverATextHoldsItIsReadBackAsItWasHashed() {
        String odd = "nul\0 half \ud834 whole \ud834\udd1e cut " + "å".repeat(2_100);
        AuditEntry entry = new AuditEntry(
                Instant.parse("2026-03-12T08:00:00.123456789Z"),
                Optional.of(house),
                Optional.empty(),
                odd,
                Purpose.OVERSIGHT,
                AuditEntry.Action.EXPORT,
                odd,
                odd,
                AuditEntry.Result.REFUSED,
                Set.of("b", "a", "c".repeat(21_000)),
                odd);
        db.write(house, unit -> new org.openbarnahus.core.service.store.Written<>(true, List.of(entry), List.of()));
        assertWhole(house, 2);
    }

    @Test
    public void entriesOfNobodyBelongToTheSite() {
        long before = trail().heads().stream()
                .filter(h -> h.chain().equals(AuditStore.SITE))
                .mapToLong(ChainHead::seq)
                .sum();
        db.store()
                .site()
                .audit(new AuditEntry(
                        Samples.NOW,
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Purpose.ADMINISTRATION,
                        AuditEntry.Action.SIGN_IN,
                        "session",
                        "",
                        AuditEntry.Result.DENIED,
                        Set.of(),
                        "credentials"));
        StoreFixture.until(() -> trail().entry(AuditStore.SITE, before + 1).isPresent());
        assertEquals(
                "credentials",
                trail().entry(AuditStore.SITE, before + 1).orElseThrow().entry().detail());
    }

    @Test
    public void onPostgresNobodyChangesRemovesOrEmptiesTheTrailOrSetsAHeadBack() throws Exception {
        Assume.assumeTrue(kind == Kind.POSTGRESQL);
        for (String sql : List.of(
                "update audit set detail = 'x'",
                "delete from audit",
                "truncate audit",
                "update audit_head set seq = seq - 1",
                "delete from audit_head")) {
            try (Connection connection = db.anybody()) {
                SQLException refused = assertThrows(SQLException.class, () -> Sql.execute(connection, sql));
                assertTrue(sql, String.valueOf(refused.getMessage()).contains("append-only"));
            }
        }
        assertWhole(house, 1);
    }

    @Test
    public void findsWhoOpenedACaseInThisHouseOnly() {
        CaseFile file = db.save(Samples.aCase(house, 7, FieldValues.empty()));
        String number = file.number().value();
        db.store().site().audit(entry(house, file.id().toString(), AuditEntry.Action.READ));
        db.store().site().audit(entry(house, "another", AuditEntry.Action.READ));
        StoreFixture.until(() -> head(house).seq() == 4);
        ServiceId other = db.newHouse();
        List<ChainedEntry> found = trail().find(house, search(Optional.of(number), Set.of(), 10));
        assertEquals(
                List.of(file.id().toString()),
                found.stream().map(e -> e.entry().objectId()).toList());
        assertEquals(List.of(), trail().find(other, search(Optional.of(number), Set.of(), 10)));
        assertEquals(List.of(), trail().find(house, search(Optional.of("' or 1=1"), Set.of(), 10)));
        assertEquals(
                2,
                trail().find(house, search(Optional.empty(), Set.of(AuditEntry.Action.READ), 10))
                        .size());
        assertEquals(
                1, trail().find(house, search(Optional.empty(), Set.of(), 1)).size());
        assertEquals(Map.of(file.id(), number), trail().caseNumbers(house, Set.of(file.id())));
        assertEquals(Map.of(), trail().caseNumbers(other, Set.of(file.id())));
    }

    @Test
    public void anAlertIsCountedUntilSomebodyAcknowledgesItOnce() {
        AlertRecord alert = new AlertRecord(
                UUID.randomUUID(),
                house,
                "denied",
                Optional.of(Samples.COORDINATOR),
                Samples.NOW,
                Samples.NOW,
                1,
                5,
                Optional.empty());
        trail().insert(alert, Samples.audit(house, "alert"));
        AlertRecord more = new AlertRecord(
                alert.id(),
                house,
                "denied",
                alert.user(),
                alert.first(),
                alert.last().plusSeconds(9),
                3,
                9,
                Optional.empty());
        assertTrue(trail().count(more));
        assertEquals(List.of(more), trail().alerts(house, true, 10));
        ServiceId other = db.newHouse();
        var by = new AlertRecord.Acknowledged(new UserId(new UUID(7, 7)), Samples.NOW, "called her, all well");
        assertFalse(trail().acknowledge(other, alert.id(), by, Samples.audit(other, "no")));
        assertTrue(trail().acknowledge(house, alert.id(), by, Samples.audit(house, "yes")));
        assertFalse(trail().acknowledge(house, alert.id(), by, Samples.audit(house, "again")));
        assertFalse(trail().count(more));
        assertEquals(0, trail().openAlerts(house));
        assertEquals(
                Optional.of(by), trail().alerts(house, false, 10).getFirst().acknowledged());
        assertWhole(house, 3);
        assertEquals(0, db.count("select count(*) from alert where note = ?", (Object)
                by.note().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private AuditSearch search(Optional<String> number, Set<AuditEntry.Action> actions, int limit) {
        return new AuditSearch(
                number,
                Optional.empty(),
                actions,
                Set.of(),
                Instant.EPOCH,
                Samples.NOW.plusSeconds(60),
                Long.MAX_VALUE,
                limit);
    }

    private static AuditEntry entry(ServiceId house, String objectId, AuditEntry.Action action) {
        AuditEntry made = Samples.audit(house, objectId);
        return new AuditEntry(
                made.at(),
                made.service(),
                made.user(),
                made.session(),
                made.purpose(),
                action,
                made.objectType(),
                objectId,
                made.result(),
                Set.of(),
                "");
    }
}
