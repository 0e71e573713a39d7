// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.rule.Citation;
import org.openbarnahus.core.model.rule.RetentionRule;
import org.openbarnahus.core.model.schema.Scope;

/** Reads a rule of kind retention. */
final class RetentionReader {
    private static final int MONTHS = 12;

    private RetentionReader() {}

    static Optional<Located<RetentionRule>> read(Keyed keyed, Reading reading) {
        Problems problems = reading.problems();
        Optional<String> id = keyed.requiredText("id");
        keyed.required("from");
        Optional<RetentionRule.Start> start = keyed.choice("from", RetentionRule.Start.class);
        Optional<Integer> months = keyed.required("keep").flatMap(piece -> months(piece, problems));
        Condition when = reading.conditions().condition(keyed.piece("when"), Set.of(Scope.CASE), Condition.ALWAYS);
        Optional<Citation> citation =
                keyed.required("citation").flatMap(piece -> RulesReader.citation(piece, problems));
        Optional<LocalDate> validFrom = keyed.date("valid_from");
        Optional<LocalDate> validTo = keyed.date("valid_to");
        keyed.finish();
        id.ifPresent(
                i -> reading.claim("rule", i, keyed.place("id"), reading.head().prefix()));
        if (id.isEmpty() || start.isEmpty() || months.isEmpty() || citation.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Located<>(
                new RetentionRule(
                        id.get(),
                        reading.head().code(),
                        start.get(),
                        months.get(),
                        when,
                        citation.get(),
                        validFrom,
                        validTo),
                keyed.place("id")));
    }

    private static Optional<Integer> months(Piece piece, Problems problems) {
        return Keyed.of(piece, problems).flatMap(keyed -> {
            Optional<Long> years =
                    keyed.whole("years").map(n -> (long) Math.clamp(n, -1, RetentionRule.LONGEST) * MONTHS);
            Optional<Long> months = keyed.whole("months");
            keyed.finish();
            Optional<Integer> one = years.isPresent() == months.isPresent()
                    ? Optional.empty()
                    : years.or(() -> months)
                            .filter(n -> n >= 1 && n <= RetentionRule.LONGEST)
                            .map(Long::intValue);
            if (one.isEmpty()) {
                problems.add(keyed.place(), "not one length of time", "write years: 1 to 150, or months: 1 to 1800");
            }
            return one;
        });
    }
}
