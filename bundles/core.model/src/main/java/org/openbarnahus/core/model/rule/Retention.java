// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.rule;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.openbarnahus.core.model.casefile.CaseHistory;

/**
 * Until when a case is kept, and by which rule.
 *
 * @param until the last day
 */
public record Retention(RetentionRule rule, LocalDate until) {
    /**
     * Of several rules the one decides that keeps the case longest: what is gone cannot be brought back.
     *
     * @param today the law of this day governs all that is kept
     * @return empty when no rule concerns the case: then nobody proposes to erase it
     */
    public static Optional<Retention> of(Collection<RetentionRule> rules, CaseHistory history, LocalDate today) {
        return rules.stream()
                .filter(rule -> rule.validOn(today))
                .flatMap(rule -> rule.keptUntil(history).map(until -> new Retention(rule, until)).stream())
                .max(Comparator.comparing(Retention::until)
                        .thenComparing(kept -> kept.rule().id()));
    }

    public boolean over(LocalDate today) {
        return today.isAfter(until);
    }
}
