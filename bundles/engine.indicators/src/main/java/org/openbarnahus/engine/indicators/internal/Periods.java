// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive half-open periods of days.
 *
 * @param bounds first day of each period, and after them the day after the last
 */
record Periods(List<LocalDate> bounds) {
    Periods {
        bounds = List.copyOf(bounds);
    }

    static Periods one(LocalDate from, LocalDate to) {
        return new Periods(List.of(from, to));
    }

    /** The calendar quarters that the period touches, the first and last cut to it. */
    static Periods quarters(LocalDate from, LocalDate to) {
        List<LocalDate> bounds = new ArrayList<>();
        for (LocalDate day = from; day.isBefore(to); day = nextQuarter(day)) {
            bounds.add(day);
        }
        bounds.add(to);
        return new Periods(bounds);
    }

    private static LocalDate nextQuarter(LocalDate day) {
        int first = (day.getMonthValue() - 1) / 3 * 3 + 1;
        return LocalDate.of(day.getYear(), first, 1).plusMonths(3);
    }

    int count() {
        return bounds.size() - 1;
    }

    LocalDate from(int index) {
        return bounds.get(index);
    }

    LocalDate to(int index) {
        return bounds.get(index + 1);
    }

    /** First days as numbers, to search in. */
    long[] epochDays() {
        return bounds.stream().mapToLong(LocalDate::toEpochDay).toArray();
    }
}
