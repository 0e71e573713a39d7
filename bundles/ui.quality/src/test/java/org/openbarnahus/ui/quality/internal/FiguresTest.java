// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.quality.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.Test;
import org.openbarnahus.core.model.indicator.IndicatorValue;
import org.openbarnahus.core.model.indicator.IndicatorValue.Part;
import org.openbarnahus.ui.quality.internal.Figures.Line;
import org.openbarnahus.ui.quality.internal.Figures.Standing;

public final class FiguresTest {
    private final Figures english = new Figures(OwnTexts.in("en"));
    private final Figures swedish = new Figures(OwnTexts.in("sv"));
    private final Figures norwegian = new Figures(OwnTexts.in("nb"));

    @Test
    public void numbersAreWrittenAsTheLanguageWritesThem() {
        assertEquals("87.5 %", english.value(OptionalDouble.of(87.52), "percent"));
        assertEquals("12,5 dagar", swedish.value(OptionalDouble.of(12.5), "days"));
        assertEquals("1,234 cases", english.value(OptionalDouble.of(1234), "cases"));
        assertEquals("–", english.value(OptionalDouble.empty(), "percent"));
    }

    @Test
    public void aShareTellsWhatItRestsOn() {
        assertEquals(
                List.of(
                        new Line("Cases counted", "8"),
                        new Line("Of these, fulfilled", "6 of 8"),
                        new Line("Not known", "3"),
                        new Line("Left out as data errors", "1")),
                english.lines(Values.share(6, 8)));
    }

    @Test
    public void aMedianTellsHowLongTheSlowestTenthWaits() {
        assertTrue(english.lines(Values.median(12, 40)).contains(new Line("Nine of ten within", "40 days")));
    }

    @Test
    public void fewCasesAreSaidToBeFew() {
        assertTrue(english.caution(Values.share(1, 4)).orElseThrow().startsWith("Fewer than 5 cases"));
        assertTrue(english.caution(Values.share(0, 0)).orElseThrow().startsWith("Nothing was counted"));
        assertFalse(english.caution(Values.share(1, 5)).isPresent());
    }

    @Test
    public void whatIsWithheldIsSaidInWordsAndNotShownAsNothing() {
        IndicatorValue few = Values.withheld(Values.share(1, 3), EnumSet.allOf(Part.class));
        assertEquals("Withheld", english.value(few, Part.VALUE));
        assertEquals(
                List.of(
                        new Line("Cases counted", "Fewer than 5"),
                        new Line("Of these, fulfilled", "Withheld"),
                        new Line("Not known", "Withheld"),
                        new Line("Left out as data errors", "Withheld")),
                english.lines(few));
        IndicatorValue missing = Values.withheld(Values.share(10, 30), Set.of(Part.MISSING));
        assertTrue(english.lines(missing).contains(new Line("Not known", "Fewer than 5")));
        assertEquals("it may be a larger one", "Withheld", english.quarterly(few, Part.DENOMINATOR, 0));
        assertTrue(english.caution(few).orElseThrow().startsWith("Numbers that rest on fewer than 5 cases"));
        assertEquals("Färre än 5", swedish.lines(few).getFirst().number());
        assertEquals("33.3 %", english.value(Values.share(1, 3), Part.VALUE));
    }

    @Test
    public void aTargetOfOursIsMarkedAsAProposal() {
        assertTrue(english.target(Values.ALL_WISHED).orElseThrow().contains("our proposal"));
        assertEquals("Target: 14 days", english.target(Values.FAST).orElseThrow());
    }

    @Test
    public void aValueIsHeldAgainstItsTargetInTheRightDirection() {
        assertEquals(Standing.REACHED, Figures.standing(Values.share(8, 8)));
        assertEquals(Standing.MISSED, Figures.standing(Values.share(7, 8)));
        assertEquals(Standing.REACHED, Figures.standing(Values.median(14, 30)));
        assertEquals(Standing.MISSED, Figures.standing(Values.median(14.5, 30)));
        assertEquals(Standing.NONE, Figures.standing(Values.share(0, 0)));
    }

    @Test
    public void quartersAreNamedInTheLanguage() {
        assertEquals("Q2 2026", english.quarter(LocalDate.of(2026, 6, 30)));
        assertEquals("Kv 3 2026", swedish.quarter(LocalDate.of(2026, 7, 1)));
        assertEquals("3. kv. 2026", norwegian.quarter(LocalDate.of(2026, 7, 1)));
    }

    @Test
    public void everyTextIsThereInEveryLanguage() {
        assertEquals(
                OwnTexts.in("en").texts().keySet(), OwnTexts.in("sv").texts().keySet());
        assertEquals(
                OwnTexts.in("en").texts().keySet(), OwnTexts.in("nb").texts().keySet());
    }
}
