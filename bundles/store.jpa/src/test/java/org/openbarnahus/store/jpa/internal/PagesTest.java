// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.casefile.NextDue;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValue.CodesValue;
import org.openbarnahus.core.model.value.FieldValue.DateValue;
import org.openbarnahus.core.model.value.FieldValue.IntegerValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.query.CasePage;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.query.CaseQuery.Sort;
import org.openbarnahus.core.service.query.CaseRow;

/** The case list: filters, search, order, pages, totals. */
public class PagesTest extends OnBothDatabases {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int CASES = 60;
    private final List<CaseFile> files = new ArrayList<>();

    @Before
    public void sixtyCases() {
        for (int i = 1; i <= CASES; i++) {
            files.add(aCase(i));
        }
        db.write(house, unit -> {
            files.forEach(unit::insert);
            return Samples.written(house, true);
        });
    }

    /** Case i: dates go backwards, every third is a boy, every fourth closed, every fifth has a limit. */
    private CaseFile aCase(int i) {
        Map<FieldId, FieldValue> values = new HashMap<>();
        values.put(CoreField.CASE_DATE, new DateValue(FIRST.plusDays(CASES - i)));
        values.put(CoreField.SEX, new CodeValue(i % 3 == 0 ? "boy" : "girl"));
        values.put(CoreField.MUNICIPALITY, new CodeValue(i % 2 == 0 ? "0580" : "0581"));
        values.put(
                CoreField.SUSPICION,
                i % 6 == 0
                        ? new CodesValue(List.of("neglect", "physical_abuse"), "neglect")
                        : new CodesValue(List.of("physical_abuse"), null));
        if (i != 1) {
            values.put(CoreField.AGE, new IntegerValue(i % 18));
        }
        CaseFile plain = Samples.aCase(house, i, new FieldValues(values));
        return new CaseFile(
                plain.id(),
                plain.number(),
                house,
                i % 4 == 0 ? new CaseState.Closed(FIRST, "completed") : new CaseState.Open(FIRST),
                plain.values(),
                plain.snapshot(),
                1,
                plain.created(),
                plain.changed(),
                i % 5 == 0 ? Optional.of(new NextDue(FIRST.plusDays(i * 7L % 50), "rule")) : Optional.empty());
    }

    private CasePage page(CaseQuery query) {
        return db.read(house, unit -> unit.page(query));
    }

    private List<String> numbers(CaseQuery query) {
        return page(query).rows().stream().map(r -> r.number().value()).toList();
    }

    private List<String> expected(java.util.function.Predicate<CaseFile> which) {
        return files.stream().filter(which).map(f -> f.number().value()).toList();
    }

    private static CaseQuery query(String search, Set<String> states, Map<FieldId, Set<String>> codes) {
        return new CaseQuery(search, states, codes, Sort.NUMBER, false, 0, 200);
    }

    @Test
    public void aRowShowsWhatTheCaseHolds() {
        CaseRow row = page(query("SE-LKP-2026-0030", Set.of(), Map.of())).rows().get(0);

        CaseFile file = files.get(29);
        assertEquals(
                new CaseRow(
                        file.id(),
                        file.number(),
                        "open",
                        FIRST.plusDays(30),
                        OptionalInt.of(12),
                        Optional.of("boy"),
                        Optional.of("0580"),
                        List.of("neglect", "physical_abuse"),
                        file.nextDue(),
                        file.changed().at()),
                row);
        assertEquals(
                OptionalInt.empty(),
                page(query("SE-LKP-2026-0001", Set.of(), Map.of()))
                        .rows()
                        .get(0)
                        .age());
    }

    @Test
    public void pagesFollowEachOtherWithoutGapOrOverlap() {
        for (Sort sort : Sort.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                List<String> all = numbers(new CaseQuery("", Set.of(), Map.of(), sort, descending, 0, 200));
                List<String> paged = new ArrayList<>();
                for (int offset = 0; offset < CASES; offset += 25) {
                    CasePage page = page(new CaseQuery("", Set.of(), Map.of(), sort, descending, offset, 25));
                    assertEquals(CASES, page.total());
                    page.rows().forEach(r -> paged.add(r.number().value()));
                }
                assertEquals(CASES, Set.copyOf(all).size());
                assertEquals(all, paged);
            }
        }
        CasePage beyond = page(new CaseQuery("", Set.of(), Map.of(), Sort.CHANGED, true, 1000, 25));
        assertEquals(List.of(), beyond.rows());
        assertEquals(CASES, beyond.total());
    }

    @Test
    public void theNewestChangeComesFirst() {
        assertEquals(List.of("SE-LKP-2026-0060", "SE-LKP-2026-0059"), numbers(CaseQuery.firstPage(2)));
    }

    @Test
    public void casesAreSortedByDate() {
        assertEquals(
                "SE-LKP-2026-0060",
                numbers(new CaseQuery("", Set.of(), Map.of(), Sort.CASE_DATE, false, 0, 1))
                        .get(0));
        assertEquals(
                "SE-LKP-2026-0001",
                numbers(new CaseQuery("", Set.of(), Map.of(), Sort.CASE_DATE, true, 0, 1))
                        .get(0));
    }

    @Test
    public void casesWithoutLimitComeLastInBothDirections() {
        for (boolean descending : new boolean[] {false, true}) {
            List<Optional<NextDue>> dues =
                    page(new CaseQuery("", Set.of(), Map.of(), Sort.NEXT_DUE, descending, 0, 200)).rows().stream()
                            .map(CaseRow::nextDue)
                            .toList();
            List<LocalDate> days =
                    dues.stream().flatMap(Optional::stream).map(NextDue::due).toList();
            Comparator<LocalDate> order = Comparator.naturalOrder();
            assertEquals(
                    days.stream().sorted(descending ? order.reversed() : order).toList(), days);
            assertEquals(
                    days.size(),
                    dues.subList(0, days.size()).stream()
                            .filter(Optional::isPresent)
                            .count());
            assertEquals(CASES / 5, days.size());
        }
    }

    @Test
    public void filtersNarrowAndCombine() {
        assertEquals(
                expected(f -> f.state() instanceof CaseState.Closed), numbers(query("", Set.of("closed"), Map.of())));
        assertEquals(
                expected(f -> f.values().codes(CoreField.SEX).contains("boy")),
                numbers(query("", Set.of(), Map.of(CoreField.SEX, Set.of("boy")))));
        assertEquals(
                expected(f -> f.values().codes(CoreField.SUSPICION).contains("neglect")),
                numbers(query("", Set.of(), Map.of(CoreField.SUSPICION, Set.of("neglect", "other")))));
        assertEquals(
                expected(f -> f.state() instanceof CaseState.Closed
                        && f.values().codes(CoreField.SUSPICION).contains("neglect")
                        && f.values().codes(CoreField.MUNICIPALITY).contains("0580")),
                numbers(query(
                        "",
                        Set.of("closed", "referred"),
                        Map.of(
                                CoreField.SUSPICION, Set.of("neglect"),
                                CoreField.MUNICIPALITY, Set.of("0580")))));
        assertEquals(
                CASES,
                page(query("", Set.of(), Map.of(CoreField.SEX, Set.of()))).total());
    }

    @Test
    public void searchFindsTheBeginningOfNumberAndSerial() {
        assertEquals(CASES, page(query("se-lkp-2026", Set.of(), Map.of())).total());
        assertEquals(List.of("SE-LKP-2026-0042"), numbers(query("42", Set.of(), Map.of())));
        assertEquals(List.of("SE-LKP-2026-0042"), numbers(query("0042", Set.of(), Map.of())));
        assertEquals(
                expected(f -> f.number().value().matches(".*-00(5|5.)")
                        || f.number().value().endsWith("0005")),
                numbers(query(" 5 ", Set.of(), Map.of())));
        assertEquals(List.of(), numbers(query("LKP", Set.of(), Map.of())));
    }

    @Test
    public void hostileSearchMeansNothingSpecial() {
        for (String search :
                List.of("%", "_", "!", "\\", "SE_LKP", "%42", "' or 1=1 --", "\0", "\uD800", "SE-LKP-2026-004\0")) {
            assertEquals(search, List.of(), numbers(query(search, Set.of(), Map.of())));
        }
        assertEquals(List.of(), numbers(query("", Set.of("'; drop table audit"), Map.of())));
        assertEquals(List.of(), numbers(query("", Set.of(), Map.of(CoreField.SEX, Set.of("x' or 'a'='a", "\0")))));
    }

    @Test
    public void onlyListedFieldsCanBeFilteredBy() {
        var query = query("", Set.of(), Map.of(FieldId.of("se.secret"), Set.of("x")));

        assertThrows(IllegalArgumentException.class, () -> page(query));
    }

    @Test
    public void theTotalFollowsEveryWriteAtOnce() {
        CaseQuery first = CaseQuery.firstPage(10);
        assertEquals(CASES, page(first).total());
        for (int i = 1; i <= 5; i++) {
            db.save(Samples.aCase(house, CASES + i, Samples.plain(FIRST)));
            assertEquals(CASES + i, page(first).total());
        }
        assertEquals(0, db.read(db.newHouse(), unit -> unit.page(first)).total());
    }
}
