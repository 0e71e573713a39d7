// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.query.CasePage;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.query.CaseQuery.Sort;
import org.openbarnahus.core.service.store.CaseMember;
import org.openbarnahus.core.service.store.CaseReach;
import org.openbarnahus.core.service.store.CaseTies;
import org.openbarnahus.core.service.store.EmergencyAccess;
import org.openbarnahus.core.service.store.EmergencyAccess.Review;
import org.openbarnahus.core.service.store.StaleVersionException;
import org.openbarnahus.core.service.store.TimeSource;

/** Emergency accesses as they are kept, and what a list shows because of one. */
public class EmergenciesTest extends OnBothDatabases {
    private static final Instant NOW = Samples.NOW;
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);

    private final UserId police = new UserId(UUID.randomUUID());
    private CaseFile own;
    private CaseFile foreign;
    private CaseFile third;
    private EmergencyAccess access;

    @Before
    public void aCaseOfOneselfAndTwoOfOthers() {
        own = Samples.aCase(house, 1, Samples.plain(TODAY));
        foreign = Samples.aCase(house, 2, Samples.plain(TODAY));
        third = Samples.aCase(house, 3, Samples.plain(TODAY));
        access = Samples.emergency(foreign, police, NOW);
        db.write(house, unit -> {
            unit.insert(own);
            unit.insert(foreign);
            unit.insert(third);
            unit.insert(CaseMember.granted(own.id(), police, Samples.stamp(1), Optional.empty()));
            unit.insert(access);
            return Samples.written(house, true);
        });
    }

    private CasePage page(Instant now, int limit) {
        CaseQuery query = new CaseQuery("", Set.of(), Map.of(), Sort.NUMBER, false, 0, limit);
        return db.read(house, unit -> unit.page(query, reach(now)));
    }

    private CaseReach reach(Instant now) {
        return new CaseReach(Optional.of(police), TODAY, TODAY.minusDays(30), now);
    }

    /** Of the first cases, as the list has them; the decision about each says the same. */
    private List<String> list(Instant now) {
        List<String> rows = page(now, 3).rows().stream()
                .map(row -> row.number().value())
                .filter(number -> number.compareTo("SE-LKP-2026-0100") < 0)
                .toList();
        List<String> covered = List.of(own, foreign, third).stream()
                .filter(f -> db.read(house, unit -> reach(now).covers(f, CaseTies.of(unit, f.id(), police))))
                .map(f -> f.number().value())
                .toList();
        assertEquals(covered, rows);
        return rows;
    }

    private void change(EmergencyAccess changed) {
        db.write(house, unit -> {
            unit.update(changed);
            return Samples.written(house, true);
        });
    }

    private EmergencyAccess stored() {
        return db.read(house, unit -> unit.emergency(access.id())).orElseThrow();
    }

    @Test
    public void aListShowsThisOneCaseUntilTheLastMoment() {
        assertEquals(List.of("SE-LKP-2026-0001", "SE-LKP-2026-0002"), list(NOW));
        assertEquals(2, list(access.until().minusMillis(1)).size());
        assertEquals(2, page(NOW, 1).total());
        assertEquals(List.of("SE-LKP-2026-0001"), list(access.until()));
        assertEquals(
                "a clock is put right", 2, list(NOW.minus(TimeSource.PUT_RIGHT)).size());
        assertEquals(
                "begun by a clock that was ahead",
                List.of("SE-LKP-2026-0001"),
                list(NOW.minus(TimeSource.PUT_RIGHT).minusMillis(1)));
        assertEquals(1, page(access.until(), 1).total());
        change(access.end(new Stamp(NOW.plusSeconds(60), Samples.COORDINATOR)));
        assertEquals(List.of("SE-LKP-2026-0001"), list(NOW.plusSeconds(61)));
    }

    /** Whoever has many cases gets another statement: it says the same. */
    @Test
    public void bothStatementsSayTheSame() {
        db.write(house, unit -> {
            for (int i = 0; i <= CaseMembership.FEW; i++) {
                CaseFile other = Samples.aCase(house, 100 + i, Samples.plain(TODAY));
                unit.insert(other);
                unit.insert(CaseMember.granted(other.id(), police, Samples.stamp(1), Optional.empty()));
            }
            return Samples.written(house, true);
        });
        assertEquals(List.of("SE-LKP-2026-0001", "SE-LKP-2026-0002"), list(NOW));
        assertEquals(List.of("SE-LKP-2026-0001"), list(access.until()));
        assertEquals(
                "a clock is put right", 2, list(NOW.minus(TimeSource.PUT_RIGHT)).size());
        assertEquals(
                "begun by a clock that was ahead",
                List.of("SE-LKP-2026-0001"),
                list(NOW.minus(TimeSource.PUT_RIGHT).minusMillis(1)));
    }

    @Test
    public void itComesBackAsItWasWithEndReviewAndReminder() {
        assertEquals(access, stored());
        assertEquals(
                foreign, db.read(house, unit -> unit.findCase(foreign.number())).orElseThrow());
        EmergencyAccess ended = access.end(new Stamp(NOW.plusSeconds(60), police));
        change(ended);
        EmergencyAccess told = ended.toldOverdue(NOW.plusSeconds(90));
        change(told);
        EmergencyAccess reviewed =
                told.reviewed(new Review(new Stamp(NOW.plusSeconds(99), Samples.COORDINATOR), true, "rang the duty"));
        change(reviewed);
        assertEquals(reviewed, stored());
        assertEquals(List.of(reviewed), db.read(house, unit -> unit.emergencies(foreign.id())));
        assertThrows(StaleVersionException.class, () -> change(ended));
    }

    @Test
    public void whatWaitsForItsReviewComesFirst() {
        EmergencyAccess later = Samples.emergency(own, police, NOW.plusSeconds(500));
        db.write(house, unit -> {
            unit.insert(later);
            return Samples.written(house, true);
        });
        change(later.reviewed(new Review(new Stamp(NOW.plusSeconds(600), Samples.COORDINATOR), true, "fine")));
        assertEquals(
                List.of(access.id(), later.id()),
                db.read(house, unit -> unit.emergencies(10)).stream()
                        .map(EmergencyAccess::id)
                        .toList());
        assertEquals(1, db.read(house, unit -> unit.emergencies(1)).size());
    }

    @Test
    public void anotherHouseNeitherSeesNorMakesOne() {
        var other = db.newHouse();
        assertEquals(Optional.empty(), db.read(other, unit -> unit.emergency(access.id())));
        assertEquals(List.of(), db.read(other, unit -> unit.emergencies(foreign.id())));
        assertEquals(Optional.empty(), db.read(other, unit -> unit.findCase(foreign.number())));
        assertThrows(
                IllegalArgumentException.class,
                () -> db.write(other, unit -> {
                    unit.insert(Samples.emergency(foreign, police, NOW));
                    return Samples.written(other, true);
                }));
    }

    @Test
    public void whatPeopleWroteIsCipherText() throws Exception {
        change(access.reviewed(
                new Review(new Stamp(NOW.plusSeconds(5), Samples.COORDINATOR), true, Samples.SECRET_TEXT)));
        try (Connection connection = db.anybody()) {
            List<String> kept = Sql.query(
                    connection,
                    "select reason_text, review_note from emergency_access where id = ?",
                    row -> new String(row.getBytes(1), ISO_8859_1) + new String(row.getBytes(2), ISO_8859_1),
                    access.id());
            assertEquals(1, kept.size());
            assertFalse(kept.getFirst().contains(Samples.SECRET_TEXT));
        }
    }
}
