// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.quality.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.Test;
import org.openbarnahus.ui.quality.internal.Period.Preset;

public final class PeriodTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);

    @Test
    public void theLastTwelveMonthsEndToday() {
        Period period = Period.of(Preset.LAST_12_MONTHS, TODAY);
        assertEquals(LocalDate.of(2025, 3, 13), period.from());
        assertEquals(TODAY, period.last());
        assertEquals(LocalDate.of(2026, 3, 13), period.end());
    }

    @Test
    public void theLastTwelveMonthsAfterALeapDayAreTwelveMonths() {
        Period period = Period.of(Preset.LAST_12_MONTHS, LocalDate.of(2028, 2, 29));
        assertEquals(LocalDate.of(2027, 3, 1), period.from());
    }

    @Test
    public void lastYearIsAWholeCalendarYear() {
        assertEquals(
                new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)), Period.of(Preset.LAST_YEAR, TODAY));
    }

    @Test
    public void aPeriodKnowsItsName() {
        for (Preset preset : new Preset[] {Preset.LAST_12_MONTHS, Preset.THIS_YEAR, Preset.LAST_YEAR}) {
            assertEquals(preset, Period.of(preset, TODAY).preset(TODAY));
        }
        assertEquals(Preset.CUSTOM, new Period(TODAY, TODAY).preset(TODAY));
    }

    @Test
    public void whatIsNoPeriodIsNone() {
        assertEquals(Optional.empty(), Period.parse("2026-02-30", "2026-03-01"));
        assertEquals(Optional.empty(), Period.parse("2026-03-02", "2026-03-01"));
        assertEquals(Optional.empty(), Period.parse(null, "2026-03-01"));
        assertEquals(Optional.empty(), Period.parse("1999-01-01", "2026-03-01"));
        assertEquals(Optional.empty(), Period.parse("-999999999-01-01", "-999999998-01-01"));
        assertTrue(Period.parse("2026-03-01", "2026-03-01").isPresent());
    }
}
