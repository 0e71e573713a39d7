// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import static org.junit.Assert.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.Test;

public final class PeriodsTest {
    private static List<String> quarters(String from, String to) {
        return Periods.quarters(LocalDate.parse(from), LocalDate.parse(to)).bounds().stream()
                .map(LocalDate::toString)
                .toList();
    }

    @Test
    public void aYearHasFourQuarters() {
        assertEquals(
                List.of("2026-01-01", "2026-04-01", "2026-07-01", "2026-10-01", "2027-01-01"),
                quarters("2026-01-01", "2027-01-01"));
    }

    @Test
    public void theFirstAndLastQuarterAreCutToThePeriod() {
        assertEquals(List.of("2025-11-15", "2026-01-01", "2026-02-10"), quarters("2025-11-15", "2026-02-10"));
        assertEquals(List.of("2026-02-03", "2026-02-04"), quarters("2026-02-03", "2026-02-04"));
    }
}
