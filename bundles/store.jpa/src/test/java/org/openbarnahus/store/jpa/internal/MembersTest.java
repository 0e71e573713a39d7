// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.query.CasePage;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.query.CaseQuery.Sort;
import org.openbarnahus.core.service.store.CaseMember;
import org.openbarnahus.core.service.store.CaseReach;
import org.openbarnahus.core.service.store.CaseTies;
import org.openbarnahus.core.service.store.StaleVersionException;

/** Who works with a case, and what a list leaves to those who do. */
public class MembersTest extends OnBothDatabases {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
    private static final Instant NOW = Instant.parse("2026-03-12T09:00:00Z");
    private static final int CASES = 40;

    private final UserId police = new UserId(UUID.randomUUID());
    private final UserId health = new UserId(UUID.randomUUID());
    private final List<CaseFile> files = new ArrayList<>();

    /** Case i: every second has the police, every fourth of those only until yesterday or taken off; every fifth long closed. */
    @Before
    public void fortyCases() {
        for (int i = 1; i <= CASES; i++) {
            CaseFile plain = Samples.aCase(house, i, Samples.plain(TODAY.minusDays(i)));
            files.add(new CaseFile(
                    plain.id(),
                    plain.number(),
                    house,
                    i % 5 == 0
                            ? new CaseState.Closed(TODAY.minusDays(25 + i), "completed")
                            : new CaseState.Open(TODAY.minusDays(i)),
                    plain.values(),
                    plain.snapshot(),
                    1,
                    plain.created(),
                    plain.changed(),
                    Optional.empty()));
        }
        db.write(house, unit -> {
            files.forEach(unit::insert);
            for (int i = 2; i <= CASES; i += 2) {
                CaseMember member = member(files.get(i - 1), police, i % 8 == 0 ? TODAY.minusDays(1) : null);
                unit.insert(member);
                if (i % 8 == 4) {
                    unit.update(member.end());
                }
            }
            return Samples.written(house, true);
        });
    }

    private static CaseMember member(CaseFile file, UserId who, @org.jspecify.annotations.Nullable LocalDate lastDay) {
        return CaseMember.granted(file.id(), who, Samples.stamp(1), Optional.ofNullable(lastDay));
    }

    private static CaseReach reach(UserId who) {
        return new CaseReach(Optional.of(who), TODAY, TODAY.minusDays(30), NOW);
    }

    private CasePage page(UserId who, CaseQuery query) {
        return db.read(house, unit -> unit.page(query, reach(who)));
    }

    private static CaseQuery query(String search, Set<String> states, int limit) {
        return new CaseQuery(search, states, Map.of(), Sort.NUMBER, false, 0, limit);
    }

    private List<String> numbers(CasePage page) {
        return page.rows().stream().map(r -> r.number().value()).toList();
    }

    @Test
    public void aListHoldsWhatTheDecisionAllowsAndNothingElse() {
        List<String> allowed = db.read(
                house,
                unit -> files.stream()
                        .filter(f -> reach(police).covers(f, CaseTies.of(unit, f.id(), police)))
                        .map(f -> f.number().value())
                        .toList());
        assertTrue(allowed.toString(), allowed.size() > 5 && allowed.size() < CASES / 2);
        assertEquals(allowed, numbers(page(police, query("", Set.of(), 200))));
        assertEquals(List.of(), numbers(page(health, query("", Set.of(), 200))));
        assertEquals(
                CASES,
                db.read(house, unit -> unit.page(query("", Set.of(), 200))).total());
    }

    /** Whoever has many cases gets another statement: it says the same. */
    @Test
    public void bothStatementsSayTheSame() {
        List<String> few = numbers(page(police, query("", Set.of("open"), 200)));
        db.write(house, unit -> {
            for (int i = 0; i <= CaseMembership.FEW; i++) {
                CaseFile other = Samples.aCase(house, 100 + i, Samples.plain(TODAY));
                unit.insert(other);
                unit.insert(member(other, police, null));
            }
            return Samples.written(house, true);
        });
        assertEquals(few, numbers(page(police, query("", Set.of("open"), 200))));
        assertEquals(
                CaseMembership.FEW + 1L,
                page(police, query("", Set.of("referred"), 50)).total());
    }

    @Test
    public void aTotalIsNobodyElses() {
        CaseQuery one = query("", Set.of(), 1);
        long polices = page(police, one).total();
        assertTrue(polices > 5);
        assertEquals(CASES, db.read(house, unit -> unit.page(one)).total());
        db.write(house, unit -> {
            unit.insert(member(files.getFirst(), health, null));
            unit.insert(member(files.get(2), health, null));
            return Samples.written(house, true);
        });
        assertEquals(polices, page(police, one).total());
        assertEquals(2, page(health, one).total());
    }

    @Test
    public void aSearchFindsNoForeignNumber() {
        assertEquals(1, page(police, query("SE-LKP-2026-0002", Set.of(), 50)).total());
        assertEquals(0, page(police, query("SE-LKP-2026-0003", Set.of(), 50)).total());
        assertEquals(0, page(police, query("0003", Set.of(), 50)).total());
    }

    @Test
    public void takingOffCountsAtOnceInListAndTotal() {
        CaseQuery one = query("", Set.of(), 1);
        long before = page(police, one).total();
        CaseFile second = files.get(1);
        db.write(house, unit -> {
            unit.update(unit.member(second.id(), police).orElseThrow().end());
            return Samples.written(house, true);
        });
        assertEquals(before - 1, page(police, one).total());
    }

    @Test
    public void aMembershipComesBackAsItWasAndKnowsItsVersion() {
        CaseMember member = member(files.getFirst(), health, TODAY.plusDays(3));
        db.write(house, unit -> {
            unit.insert(member);
            return Samples.written(house, true);
        });
        assertEquals(List.of(member), db.read(house, unit -> unit.members(member.caseId())));
        assertThrows(
                StaleVersionException.class,
                () -> db.write(house, unit -> {
                    unit.update(member.end().end());
                    return Samples.written(house, true);
                }));
    }

    @Test
    public void anotherHouseNeitherSeesNorMakesMembers() {
        var other = db.newHouse();
        CaseFile second = files.get(1);
        assertEquals(Optional.empty(), db.read(other, unit -> unit.member(second.id(), police)));
        assertThrows(
                IllegalArgumentException.class,
                () -> db.write(other, unit -> {
                    unit.insert(member(second, health, null));
                    return Samples.written(other, true);
                }));
    }
}
