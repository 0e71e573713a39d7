// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.quality.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Days that figures are asked for.
 *
 * @param from first day
 * @param last last day, inside the period
 */
record Period(LocalDate from, LocalDate last) {
    /** Longer periods make quarters that nobody can read, and cost more than they tell. */
    private static final int MOST_YEARS = 15;

    /** Ways to name a period; CUSTOM is every other one. */
    enum Preset {
        LAST_12_MONTHS,
        THIS_YEAR,
        LAST_YEAR,
        CUSTOM;

        String key() {
            return "quality.period." + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Period of(Preset preset, LocalDate today) {
        LocalDate newYear = today.withDayOfYear(1);
        return switch (preset) {
            case LAST_12_MONTHS, CUSTOM -> new Period(today.minusYears(1).plusDays(1), today);
            case THIS_YEAR -> new Period(newYear, today);
            case LAST_YEAR -> new Period(newYear.minusYears(1), newYear.minusDays(1));
        };
    }

    /** The period of two ISO dates; empty when one cannot be read or they make no period. */
    static Optional<Period> parse(@Nullable String from, @Nullable String last) {
        if (from == null || last == null) {
            return Optional.empty();
        }
        try {
            return of(LocalDate.parse(from), LocalDate.parse(last));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Empty when the days make no period, or a longer one than can be shown. */
    static Optional<Period> of(@Nullable LocalDate from, @Nullable LocalDate last) {
        if (from == null || last == null) {
            return Optional.empty();
        }
        boolean usable = !last.isBefore(from) && from.getYear() > 1900 && last.getYear() - from.getYear() <= MOST_YEARS;
        return usable ? Optional.of(new Period(from, last)) : Optional.empty();
    }

    /** Day after the last, as services count. */
    LocalDate end() {
        return last.plusDays(1);
    }

    Preset preset(LocalDate today) {
        for (Preset preset : Preset.values()) {
            if (preset != Preset.CUSTOM && of(preset, today).equals(this)) {
                return preset;
            }
        }
        return Preset.CUSTOM;
    }
}
