// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.rule;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.condition.Moment;

/**
 * A deadline written as data: once {@code from} has come, {@code to} must come within the limit. Label {@code rule.<id>}.
 *
 * @param when cases it concerns
 * @param extension more time, allowed when one of the listed reasons is recorded
 */
public record RuleDefinition(
        String id,
        String owner,
        Moment from,
        Moment to,
        TimeLimit within,
        Condition when,
        Optional<Extension> extension,
        Citation citation,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo) {

    /** More time when {@code given} holds; {@code reasons} are codes of the list {@code delay_reason}. */
    public record Extension(TimeLimit by, Condition given, Set<String> reasons) {
        public Extension {
            reasons = Set.copyOf(reasons);
        }
    }

    public boolean validOn(LocalDate day) {
        return validFrom.map(from -> !day.isBefore(from)).orElse(true)
                && validTo.map(to -> !day.isAfter(to)).orElse(true);
    }

    public String labelKey() {
        return "rule." + id;
    }
}
