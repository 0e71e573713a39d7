// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.rule;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.condition.Moment;
import org.openbarnahus.core.model.rule.Verdict.State;

/** Judges a deadline that is declared as data. Pure: the same rule, history and day give the same verdict. */
public final class DeadlineEvaluator {
    private DeadlineEvaluator() {}

    /**
     * What the rule says about the case as it stood on the day: timeline entries dated later have not happened yet. The law
     * in force on the day the limit starts governs it. An activity that took place before the limit started meets it.
     *
     * @param asOf the day to judge on
     * @return empty when the rule does not concern the case or its limit has not started
     */
    public static Optional<Verdict> evaluate(RuleDefinition rule, CaseHistory history, LocalDate asOf) {
        CaseHistory known = until(history, asOf);
        return day(rule.from(), known)
                .filter(from -> !from.isAfter(asOf) && rule.validOn(from))
                .filter(from -> rule.when().test(known))
                .map(from -> verdict(rule, known, from, asOf));
    }

    private static Verdict verdict(RuleDefinition rule, CaseHistory history, LocalDate from, LocalDate asOf) {
        boolean extended = rule.extension().filter(e -> e.given().test(history)).isPresent();
        LocalDate plain = rule.within().due(from);
        LocalDate due = extended ? rule.extension().orElseThrow().by().due(plain) : plain;
        Optional<LocalDate> met = day(rule.to(), history).filter(day -> !day.isAfter(asOf));
        State state = met.map(day -> day.isAfter(due) ? State.MET_LATE : State.MET)
                .orElse(asOf.isAfter(due) ? State.OVERDUE : State.RUNNING);
        return new Verdict(rule.id(), state, Optional.of(from), Optional.of(due), met, extended, rule.citation());
    }

    private static CaseHistory until(CaseHistory history, LocalDate asOf) {
        return new CaseHistory(
                history.file(),
                history.timeline().stream().filter(e -> !e.date().isAfter(asOf)).toList());
    }

    private static Optional<LocalDate> day(Moment moment, CaseHistory history) {
        OptionalLong day = moment.epochDay(history);
        return day.isPresent() ? Optional.of(LocalDate.ofEpochDay(day.getAsLong())) : Optional.empty();
    }
}
