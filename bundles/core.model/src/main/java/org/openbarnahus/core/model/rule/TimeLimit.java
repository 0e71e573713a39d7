// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** A length of time as laws give it. */
public record TimeLimit(int amount, Unit unit) {

    /** WORKING_DAYS: Monday to Friday; public holidays are not known yet. */
    public enum Unit {
        DAYS,
        WORKING_DAYS,
        WEEKS,
        MONTHS
    }

    public TimeLimit {
        if (amount < 1 || amount > 3660) {
            throw new IllegalArgumentException("a time limit has 1 to 3660 units");
        }
    }

    /** Last day inside the limit; a month that lacks the day ends on its last day. */
    public LocalDate due(LocalDate from) {
        return switch (unit) {
            case DAYS -> from.plusDays(amount);
            case WEEKS -> from.plusWeeks(amount);
            case MONTHS -> from.plusMonths(amount);
            case WORKING_DAYS -> workingDaysAfter(from);
        };
    }

    private LocalDate workingDaysAfter(LocalDate from) {
        LocalDate day = from;
        for (int left = amount; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }
}
