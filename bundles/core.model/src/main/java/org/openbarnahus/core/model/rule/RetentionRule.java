// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.rule;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.value.CoreField;

/**
 * How long a closed case may be kept, written as data. Label {@code rule.<id>}.
 *
 * @param start what the time counts from
 * @param months how long from there
 * @param when cases it concerns
 */
public record RetentionRule(
        String id,
        String owner,
        Start start,
        int months,
        Condition when,
        Citation citation,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo) {

    /** Nothing is kept for longer than this many months in any law we know of. */
    public static final int LONGEST = 1_800;

    /** What a time of retention counts from. */
    public enum Start {
        /** The day on which the case was closed. */
        CLOSED,
        /**
         * The child's birth. A case holds no date of birth: it counts from the latest day that the age allows, and a child whose
         * age is not recorded counts as newly born. So nothing goes too early.
         */
        BORN
    }

    public RetentionRule {
        if (months < 1 || months > LONGEST) {
            throw new IllegalArgumentException("a case is kept for 1 to " + LONGEST + " months");
        }
    }

    public boolean validOn(LocalDate day) {
        return validFrom.map(from -> !day.isBefore(from)).orElse(true)
                && validTo.map(to -> !day.isAfter(to)).orElse(true);
    }

    public String labelKey() {
        return "rule." + id;
    }

    /** Last day on which it keeps the case; empty when the case is not closed, or none of its concern. */
    public Optional<LocalDate> keptUntil(CaseHistory history) {
        return history.file().state() instanceof CaseState.Closed closed && when.test(history)
                ? Optional.of(begin(history.file(), closed).plusMonths(months))
                : Optional.empty();
    }

    private LocalDate begin(CaseFile file, CaseState.Closed closed) {
        return switch (start) {
            case CLOSED -> closed.on();
            case BORN -> latestBirth(file);
        };
    }

    private static LocalDate latestBirth(CaseFile file) {
        LocalDate day = file.values()
                .date(CoreField.CASE_DATE)
                .orElseGet(() -> LocalDate.ofInstant(file.created().at(), ZoneOffset.UTC));
        return day.minusYears(file.values().number(CoreField.AGE).orElse(0));
    }
}
