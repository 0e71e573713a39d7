// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.schema.Visibility;
import org.openbarnahus.core.security.Agency;

/** Reads {@code visible}: which agencies are shown a field, and where. */
final class VisibleReader {
    private static final Set<String> AGENCIES =
            Stream.of(Agency.values()).map(Agency::code).collect(Collectors.toCollection(TreeSet::new));

    private final Reading reading;
    private final Problems problems;

    VisibleReader(Reading reading) {
        this.reading = reading;
        this.problems = reading.problems();
    }

    /** Absent when the key is; a rule that cannot be read is reported. */
    Optional<List<Visibility>> read(Keyed keyed) {
        if (!keyed.has("visible")) {
            return Optional.empty();
        }
        List<Visibility> rules = new ArrayList<>();
        for (Piece piece : keyed.items("visible")) {
            Keyed.of(piece, problems).ifPresent(rule -> rules.add(rule(rule)));
        }
        if (rules.isEmpty()) {
            problems.add(
                    keyed.place("visible"), "visible names no agency", "add {agencies: [ … ]} or take visible away");
        }
        return Optional.of(rules);
    }

    private Visibility rule(Keyed rule) {
        rule.required("agencies");
        Set<String> agencies = new HashSet<>();
        for (Piece piece : rule.items("agencies")) {
            String code = piece instanceof Piece.Scalar s ? s.text() : "";
            if (AGENCIES.contains(code)) {
                agencies.add(code);
            } else {
                problems.add(
                        piece.place(),
                        "no agency of accounts is called " + Problems.quote(code),
                        "use one of " + String.join(", ", AGENCIES));
            }
        }
        if (rule.has("agencies") && rule.items("agencies").isEmpty()) {
            problems.add(rule.place("agencies"), "the rule names no agency", "name those that are shown the field");
        }
        Set<Scope> on = new HashSet<>();
        rule.items("on").forEach(piece -> scope(piece).ifPresent(on::add));
        if (rule.has("on") && on.isEmpty()) {
            problems.add(
                    rule.place("on"), "on names no place", "name places, or take on away: the rule holds everywhere");
        }
        rule.finish();
        return new Visibility(on, agencies);
    }

    private Optional<Scope> scope(Piece piece) {
        String text = piece instanceof Piece.Scalar s ? s.text() : "";
        if (!text.matches(FieldsReader.SCOPE)) {
            problems.add(piece.place(), FieldsReader.NO_PLACE, FieldsReader.PLACES);
            return Optional.empty();
        }
        if (text.startsWith("activity:") && !text.endsWith("*")) {
            reading.references().add(new Reference.ToActivity(text.substring(9), piece.place()));
        }
        return Optional.of(new Scope(text));
    }
}
