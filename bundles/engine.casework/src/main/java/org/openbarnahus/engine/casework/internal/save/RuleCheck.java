// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.casefile.NextDue;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.service.gate.RuleGate;

/**
 * Gate 4. Asks the law about the case as it would be. Refuses only what this save itself brings about: a case that already
 * breaks a rule must stay open to correction.
 */
record RuleCheck(RuleGate rules) implements Gate {
    @Override
    public Outcome<Save> pass(Save save) {
        Draft draft = save.draft();
        List<Verdict> verdicts = evaluate(save, draft.after());
        List<Verdict> forbidden = forbidden(verdicts);
        if (!forbidden.isEmpty()) {
            List<Verdict> known = draft.before()
                    .map(before -> forbidden(evaluate(save, before)))
                    .orElse(List.of());
            List<Problem> problems = caused(forbidden, known);
            if (!problems.isEmpty()) {
                return Outcome.refused(problems);
            }
        }
        return Outcome.done(save.with(draft.due(nextDue(draft.after().file().state(), verdicts))));
    }

    /** The open limit that ends first. Nothing is asked of a Barnahus in a case that it has closed. */
    static Optional<NextDue> nextDue(CaseState state, List<Verdict> verdicts) {
        if (state instanceof CaseState.Closed) {
            return Optional.empty();
        }
        return verdicts.stream()
                .filter(v -> v.open() && v.due().isPresent())
                .map(v -> new NextDue(v.due().orElseThrow(), v.ruleId()))
                .min(Comparator.comparing(NextDue::due));
    }

    private List<Verdict> evaluate(Save save, CaseHistory history) {
        return rules.evaluate(save.snapshot(), history, save.caller().today());
    }

    private static List<Verdict> forbidden(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(v -> v.state() == Verdict.State.FORBIDDEN)
                .toList();
    }

    /** One problem per rule that now forbids more often than it did before. */
    private static List<Problem> caused(List<Verdict> forbidden, List<Verdict> known) {
        Map<String, Long> before = counted(known);
        List<Problem> problems = new ArrayList<>();
        counted(forbidden).forEach((rule, count) -> {
            if (count > before.getOrDefault(rule, 0L)) {
                problems.add(Problem.at(ErrorCode.RULE_FORBIDS, rule, "citation", citation(forbidden, rule)));
            }
        });
        problems.sort(Comparator.comparing(Problem::path));
        return problems;
    }

    private static Map<String, Long> counted(List<Verdict> verdicts) {
        return verdicts.stream().collect(Collectors.groupingBy(Verdict::ruleId, Collectors.counting()));
    }

    private static String citation(List<Verdict> verdicts, String rule) {
        return verdicts.stream()
                .filter(v -> v.ruleId().equals(rule))
                .findFirst()
                .map(v -> v.citation().text())
                .orElse(rule);
    }
}
