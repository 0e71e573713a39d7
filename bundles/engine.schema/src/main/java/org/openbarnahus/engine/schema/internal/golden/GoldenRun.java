// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.golden;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.engine.schema.internal.pack.Keyed;
import org.openbarnahus.engine.schema.internal.pack.Pack;
import org.openbarnahus.engine.schema.internal.pack.PackProblem;
import org.openbarnahus.engine.schema.internal.pack.Piece;
import org.openbarnahus.engine.schema.internal.pack.Place;
import org.openbarnahus.engine.schema.internal.pack.Problems;

/** Runs the example cases of a pack against the composition it is part of. Rules in Java are not asked. */
public final class GoldenRun {
    private final SchemaSnapshot snapshot;
    private final Set<String> ownRules;
    private final Problems failures = new Problems();
    private int count;

    private GoldenRun(SchemaSnapshot snapshot, Pack pack) {
        this.snapshot = snapshot;
        this.ownRules = pack.rules().stream().map(r -> r.value().id()).collect(Collectors.toSet());
    }

    /**
     * @param cases how many were run
     * @param failures where a case behaved otherwise than it says
     */
    public record Result(int cases, List<PackProblem> failures) {}

    public static Result run(SchemaSnapshot snapshot, Pack pack) {
        GoldenRun run = new GoldenRun(snapshot, pack);
        for (Piece document : pack.golden()) {
            Keyed.of(document, run.failures).ifPresent(file -> {
                file.items("cases").forEach(p -> Keyed.of(p, run.failures).ifPresent(run::example));
                file.finish();
            });
        }
        return new Result(run.count, run.failures.list());
    }

    private void example(Keyed keyed) {
        count++;
        String name = keyed.requiredText("name").orElse("?");
        List<Problem> problems = new ArrayList<>();
        GoldenValues reader = new GoldenValues(snapshot, problems);
        GoldenCase example = new GoldenCase(snapshot, reader.read(keyed.required("case")), problems);
        for (Piece piece : keyed.items("timeline")) {
            Keyed.of(piece, failures).ifPresent(entry -> entry(entry, example, reader));
        }
        LocalDate asOf = keyed.date("as_of").orElseGet(example::latestDay);
        Optional<Keyed> expect = keyed.required("expect").flatMap(p -> Keyed.of(p, failures));
        keyed.finish();
        expect.ifPresent(e -> compare(name, e, example.problems(asOf), example.verdicts(asOf)));
    }

    private void entry(Keyed keyed, GoldenCase example, GoldenValues reader) {
        Optional<String> type = keyed.requiredText("type");
        keyed.required("date");
        Optional<LocalDate> date = keyed.date("date");
        Optional<Piece> values = keyed.piece("values");
        keyed.finish();
        if (type.isEmpty() || date.isEmpty()) {
            return;
        }
        if (snapshot.activityType(type.get()).isEmpty()) {
            example.malformedEntry();
        } else {
            example.add(type.get(), date.get(), reader.read(values));
        }
    }

    private void compare(String name, Keyed expect, List<Problem> problems, List<Verdict> verdicts) {
        expect.required("accepted");
        boolean accepted = expect.flag("accepted");
        String found = problems.stream()
                .map(p -> p.code() + " at " + p.path())
                .distinct()
                .collect(Collectors.joining(", "));
        if (accepted != problems.isEmpty()) {
            fail(expect.place("accepted"), name, problems.isEmpty() ? "was accepted" : "was refused: " + found);
        }
        for (Piece piece : expect.items("problems")) {
            Keyed.of(piece, failures).ifPresent(p -> problem(name, p, problems, found));
        }
        if (expect.has("verdicts")) {
            verdicts(name, expect, verdicts);
        }
        expect.finish();
    }

    private void problem(String name, Keyed keyed, List<Problem> problems, String found) {
        String code = keyed.requiredText("code").orElse("");
        Optional<String> path = keyed.text("path");
        keyed.finish();
        boolean there = problems.stream()
                .anyMatch(p -> p.code().name().equals(code)
                        && path.map(p.path()::equals).orElse(true));
        if (!there) {
            fail(keyed.place(), name, code + " was expected, found: " + (found.isEmpty() ? "nothing" : found));
        }
    }

    private void verdicts(String name, Keyed expect, List<Verdict> verdicts) {
        Map<String, Verdict> byRule = verdicts.stream().collect(Collectors.toMap(Verdict::ruleId, Function.identity()));
        Set<String> unexpected = new TreeSet<>(byRule.keySet());
        unexpected.retainAll(ownRules);
        for (Piece piece : expect.items("verdicts")) {
            Keyed.of(piece, failures).ifPresent(keyed -> {
                String rule = keyed.requiredText("rule").orElse("");
                unexpected.remove(rule);
                verdict(name, keyed, Optional.ofNullable(byRule.get(rule)));
            });
        }
        unexpected.forEach(rule -> fail(expect.place("verdicts"), name, "rule " + rule + " speaks unexpectedly"));
    }

    private void verdict(String name, Keyed keyed, Optional<Verdict> verdict) {
        same(name, keyed, "state", verdict.map(v -> v.state().name()));
        same(name, keyed, "due", verdict.flatMap(Verdict::due).map(LocalDate::toString));
        same(name, keyed, "from", verdict.flatMap(Verdict::from).map(LocalDate::toString));
        same(name, keyed, "met_on", verdict.flatMap(Verdict::metOn).map(LocalDate::toString));
        same(name, keyed, "extended", verdict.map(v -> String.valueOf(v.extended())));
        keyed.finish();
        if (verdict.isEmpty()) {
            fail(keyed.place(), name, "the rule says nothing");
        }
    }

    private void same(String name, Keyed keyed, String key, Optional<String> actual) {
        Optional<String> expected = keyed.text(key);
        if (expected.isPresent() && !expected.equals(actual)) {
            fail(
                    keyed.place(key),
                    name,
                    key + " " + expected.get() + " was expected, found " + actual.orElse("nothing"));
        }
    }

    private void fail(Place place, String name, String what) {
        failures.add(place, "case " + Problems.quote(name) + ": " + what, "correct the case, or the pack");
    }
}
