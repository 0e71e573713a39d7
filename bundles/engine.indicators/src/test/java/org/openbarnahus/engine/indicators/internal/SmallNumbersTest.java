// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbarnahus.core.model.indicator.DayHistogram;
import org.openbarnahus.core.model.indicator.IndicatorKind;
import org.openbarnahus.core.model.indicator.IndicatorValue;
import org.openbarnahus.core.model.indicator.IndicatorValue.Part;
import org.openbarnahus.core.model.indicator.Tally;

/** What rests on few cases is not told, nor what is enough to work it out. */
public final class SmallNumbersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final SmallNumbers ORDINARY = new SmallNumbers(false);
    private static final SmallNumbers NARROWED = new SmallNumbers(true);

    private static Tally tally(long fulfilled, long cases, long missing) {
        return new Tally(cases, fulfilled, missing, 0, DayHistogram.EMPTY, Map.of());
    }

    private static IndicatorValue value(IndicatorKind kind, Tally tally) {
        return new IndicatorValue(
                "x",
                DAY,
                DAY.plusMonths(3),
                kind,
                tally,
                OptionalDouble.of(7),
                OptionalDouble.of(9),
                Optional.empty(),
                Instant.EPOCH,
                "1",
                Set.of());
    }

    private static IndicatorValue spread(Map<String, Long> byCode, long cases) {
        return value(IndicatorKind.DISTRIBUTION, new Tally(cases, 0, 0, 0, DayHistogram.EMPTY, byCode));
    }

    private static IndicatorValue one(SmallNumbers rule, IndicatorValue value) {
        return rule.told(List.of(value)).getFirst();
    }

    private static Set<Part> withheld(SmallNumbers rule, IndicatorKind kind, Tally tally) {
        return one(rule, value(kind, tally)).withheld();
    }

    /** The quarters in which the part is withheld. */
    private static List<Integer> where(SmallNumbers rule, Part part, IndicatorKind kind, Tally... quarters) {
        List<IndicatorValue> told =
                rule.told(Arrays.stream(quarters).map(q -> value(kind, q)).toList());
        return Stream.iterate(0, i -> i + 1)
                .limit(quarters.length)
                .filter(i -> told.get(i).withholds(part))
                .toList();
    }

    @Test
    public void nothingIsToldOfOneToFourCasesAndAllOfFive() {
        for (long cases = 1; cases <= 4; cases++) {
            IndicatorValue told = one(ORDINARY, value(IndicatorKind.COUNT, tally(cases, cases, 12)));
            assertEquals(OptionalDouble.empty(), told.value());
            assertEquals(OptionalDouble.empty(), told.p90());
            assertEquals(Tally.EMPTY, told.tally());
            assertEquals(EnumSet.complementOf(EnumSet.of(Part.CODES)), told.withheld());
        }
        IndicatorValue five = one(ORDINARY, value(IndicatorKind.COUNT, tally(5, 5, 12)));
        assertEquals(Set.of(), five.withheld());
        assertEquals(tally(5, 5, 12), five.tally());
        assertEquals(OptionalDouble.of(7), five.value());
    }

    /** Otherwise whether somebody is there would be told, question by question: that is how codes were halved. */
    @Test
    public void ofANarrowedQuestionNoneSoundsLikeFew() {
        IndicatorValue none = one(NARROWED, value(IndicatorKind.COUNT, tally(0, 0, 0)));
        assertEquals(one(NARROWED, value(IndicatorKind.COUNT, tally(1, 1, 0))), none);
        assertEquals(one(NARROWED, spread(Map.of("a", 1L), 1)), one(NARROWED, spread(Map.of(), 0)));
        assertEquals(Set.of(), withheld(ORDINARY, IndicatorKind.COUNT, tally(0, 0, 0)));
        assertEquals(
                EnumSet.of(Part.NUMERATOR, Part.VALUE, Part.MISSING, Part.EXCLUDED),
                withheld(NARROWED, IndicatorKind.SHARE, tally(0, 9, 0)));
    }

    @Test
    public void aShareOfFewOrOfAllButFewIsNotTold() {
        Set<Part> share = Set.of(Part.NUMERATOR, Part.VALUE);
        assertEquals(share, withheld(ORDINARY, IndicatorKind.SHARE, tally(4, 20, 0)));
        assertEquals(share, withheld(ORDINARY, IndicatorKind.SHARE, tally(16, 20, 0)));
        assertEquals(share, withheld(ORDINARY, IndicatorKind.COUNT, tally(16, 20, 0)));
        assertEquals(Set.of(), withheld(ORDINARY, IndicatorKind.SHARE, tally(15, 20, 0)));
        assertEquals(Set.of(), withheld(ORDINARY, IndicatorKind.SHARE, tally(20, 20, 0)));
        assertEquals(Set.of(Part.MISSING), withheld(ORDINARY, IndicatorKind.SHARE, tally(10, 20, 1)));
    }

    @Test
    public void theSlowestTenthIsToldWhenItIsFive() {
        assertEquals(Set.of(Part.P90), withheld(ORDINARY, IndicatorKind.MEDIAN, tally(0, 49, 0)));
        assertEquals(Set.of(), withheld(ORDINARY, IndicatorKind.MEDIAN, tally(0, 50, 0)));
    }

    @Test
    public void aPartThatIsWithheldAloneTakesTheNextWithIt() {
        IndicatorValue told = one(ORDINARY, spread(Map.of("a", 30L, "b", 9L, "c", 2L), 41));
        assertEquals(
                "41 less 30 is b and c together", Map.of("a", 30L), told.tally().byCode());
        assertEquals(Set.of(Part.CODES), told.withheld());
        IndicatorValue few = one(ORDINARY, spread(Map.of("a", 30L, "b", 9L, "c", 2L, "d", 3L), 44));
        assertEquals("c and d are five", Map.of("a", 30L, "b", 9L), few.tally().byCode());
        IndicatorValue open = one(ORDINARY, spread(Map.of("a", 30L, "b", 9L), 39));
        assertEquals(Map.of("a", 30L, "b", 9L), open.tally().byCode());
        assertEquals(Set.of(), open.withheld());
    }

    @Test
    public void aQuarterThatIsWithheldAloneTakesTheNextWithIt() {
        Tally few = tally(2, 2, 0);
        Tally some = tally(8, 8, 0);
        Tally many = tally(30, 30, 0);
        assertEquals(List.of(0, 2), where(ORDINARY, Part.DENOMINATOR, IndicatorKind.COUNT, few, many, some, many));
        assertEquals(
                "two of two are four: still few",
                List.of(0, 1, 2),
                where(ORDINARY, Part.VALUE, IndicatorKind.COUNT, few, few, some, many));
        assertEquals(
                "alone, with a total that is not told",
                List.of(1),
                where(ORDINARY, Part.VALUE, IndicatorKind.COUNT, tally(0, 0, 0), few));
        assertEquals(
                "28 of 30 is not told, nor what gives it away",
                List.of(0, 1),
                where(ORDINARY, Part.NUMERATOR, IndicatorKind.SHARE, tally(28, 30, 0), tally(20, 40, 0)));
        assertEquals(
                List.of(0, 2),
                where(
                        ORDINARY,
                        Part.MISSING,
                        IndicatorKind.SHARE,
                        tally(10, 20, 1),
                        tally(10, 20, 9),
                        tally(10, 20, 6)));
    }

    @Test
    public void aCodeThatIsWithheldInOneQuarterIsInAll() {
        List<IndicatorValue> told = ORDINARY.told(List.of(
                spread(Map.of("a", 30L, "b", 3L, "c", 9L), 42), spread(Map.of("a", 30L, "b", 9L, "c", 9L), 48)));
        assertEquals(Map.of("a", 30L), told.get(1).tally().byCode());
        assertEquals(Set.of(Part.CODES), told.get(1).withheld());
    }
}
