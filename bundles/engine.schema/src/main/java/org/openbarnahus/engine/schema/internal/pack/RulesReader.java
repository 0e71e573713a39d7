// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.condition.Moment;
import org.openbarnahus.core.model.rule.Citation;
import org.openbarnahus.core.model.rule.RetentionRule;
import org.openbarnahus.core.model.rule.RuleDefinition;
import org.openbarnahus.core.model.rule.TimeLimit;
import org.openbarnahus.core.model.schema.Scope;

/** Reads {@code rules/*.yaml}. */
final class RulesReader {
    /** Pages show it as a link: https only, to a host by its name, without a user or a port, and of harmless characters. */
    private static final Pattern WEB_ADDRESS = Pattern.compile(
            "https://[A-Za-z0-9](?:[A-Za-z0-9.-]{1,250})(?:[/?#][A-Za-z0-9._~:/?#\\[\\]@!$&()*+,;=%-]{0,500})?");

    private static final String DELAY_REASONS = "delay_reason";

    private final Reading reading;
    private final Problems problems;
    private final List<Located<RuleDefinition>> rules = new ArrayList<>();
    private final List<Located<RetentionRule>> retention = new ArrayList<>();

    RulesReader(Reading reading) {
        this.reading = reading;
        this.problems = reading.problems();
    }

    List<Located<RuleDefinition>> rules() {
        return rules;
    }

    List<Located<RetentionRule>> retention() {
        return retention;
    }

    void read(Piece document) {
        Keyed.of(document, problems).ifPresent(file -> {
            file.items("rules").forEach(p -> Keyed.of(p, problems).ifPresent(this::rule));
            file.finish();
        });
    }

    private void rule(Keyed keyed) {
        switch (keyed.text("kind").orElse("deadline")) {
            case "deadline" -> deadline(keyed);
            case "retention" -> RetentionReader.read(keyed, reading).ifPresent(retention::add);
            default ->
                problems.add(
                        keyed.place("kind"),
                        "kind is unknown",
                        "use deadline or retention; a duty that needs code is a LegalRule");
        }
    }

    private void deadline(Keyed keyed) {
        ConditionReader conditions = reading.conditions();
        Optional<String> id = keyed.requiredText("id");
        Optional<Moment> from = keyed.required("from").map(conditions::moment);
        Optional<Moment> to = keyed.required("to").map(conditions::moment);
        Optional<TimeLimit> within = keyed.required("within").flatMap(this::limit);
        Condition when = conditions.condition(keyed.piece("when"), Set.of(Scope.CASE), Condition.ALWAYS);
        Optional<RuleDefinition.Extension> extension = keyed.piece("extension").flatMap(this::extension);
        Optional<Citation> citation = keyed.required("citation").flatMap(piece -> citation(piece, problems));
        Optional<LocalDate> validFrom = keyed.date("valid_from");
        Optional<LocalDate> validTo = keyed.date("valid_to");
        keyed.finish();
        id.ifPresent(
                i -> reading.claim("rule", i, keyed.place("id"), reading.head().prefix()));
        if (id.isEmpty() || from.isEmpty() || to.isEmpty() || within.isEmpty() || citation.isEmpty()) {
            return;
        }
        rules.add(new Located<>(
                new RuleDefinition(
                        id.get(),
                        reading.head().code(),
                        from.get(),
                        to.get(),
                        within.get(),
                        when,
                        extension,
                        citation.get(),
                        validFrom,
                        validTo),
                keyed.place("id")));
    }

    private Optional<TimeLimit> limit(Piece piece) {
        return Keyed.of(piece, problems).flatMap(keyed -> {
            List<TimeLimit> found = new ArrayList<>();
            for (TimeLimit.Unit unit : TimeLimit.Unit.values()) {
                keyed.whole(unit.name().toLowerCase(Locale.ROOT))
                        .filter(n -> n >= 1 && n <= 3660)
                        .ifPresent(n -> found.add(new TimeLimit(n.intValue(), unit)));
            }
            keyed.finish();
            if (found.size() != 1) {
                problems.add(
                        keyed.place(),
                        "not one length of time",
                        "write days, working_days, weeks or months: 1 to 3660");
                return Optional.empty();
            }
            return Optional.of(found.getFirst());
        });
    }

    private Optional<RuleDefinition.Extension> extension(Piece piece) {
        return Keyed.of(piece, problems).flatMap(keyed -> {
            Optional<TimeLimit> by = keyed.required("by").flatMap(this::limit);
            Optional<Condition> given =
                    keyed.required("given").map(p -> reading.conditions().condition(p, Set.of(Scope.CASE)));
            Set<String> reasons = new TreeSet<>(keyed.texts("reasons"));
            reasons.forEach(
                    r -> reading.references().add(new Reference.ToCode(DELAY_REASONS, r, keyed.place("reasons"))));
            keyed.finish();
            return by.flatMap(b -> given.map(g -> new RuleDefinition.Extension(b, g, reasons)));
        });
    }

    static Optional<Citation> citation(Piece piece, Problems problems) {
        return Keyed.of(piece, problems).flatMap(keyed -> {
            Optional<String> text = keyed.requiredText("text");
            Optional<String> url = keyed.text("url");
            boolean verified = keyed.flag("verified");
            keyed.finish();
            if (url.filter(u -> !WEB_ADDRESS.matcher(u).matches()).isPresent()) {
                problems.add(keyed.place("url"), "not a web address", "begin with https:// and the name of a host");
            }
            return text.map(t -> new Citation(t, url, verified));
        });
    }
}
