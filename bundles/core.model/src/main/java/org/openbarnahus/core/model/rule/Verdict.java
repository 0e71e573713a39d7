// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.rule;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a rule says about a case on a day. Label of the rule: {@code rule.<ruleId>}.
 *
 * @param from day the limit started, absent for duties without a clock
 * @param due last day inside the limit
 * @param metOn day it was met
 * @param extended whether a listed reason gave more time
 */
public record Verdict(
        String ruleId,
        State state,
        Optional<LocalDate> from,
        Optional<LocalDate> due,
        Optional<LocalDate> metOn,
        boolean extended,
        Citation citation) {

    /** RUNNING: not met, not due yet. FORBIDDEN: what is being recorded may not be; the save is refused. */
    public enum State {
        RUNNING,
        MET,
        MET_LATE,
        OVERDUE,
        FORBIDDEN
    }

    /** Days from {@code asOf} to the due day; negative when it has passed. */
    public Optional<Long> daysLeft(LocalDate asOf) {
        return due.map(d -> d.toEpochDay() - asOf.toEpochDay());
    }

    public boolean open() {
        return state == State.RUNNING || state == State.OVERDUE;
    }

    public String labelKey() {
        return "rule." + ruleId;
    }
}
