// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openbarnahus.engine.schema.internal.pack.Piece.Mapping;
import org.openbarnahus.engine.schema.internal.pack.Piece.Member;
import org.openbarnahus.engine.schema.internal.pack.Piece.Scalar;
import org.openbarnahus.engine.schema.internal.pack.Piece.Sequence;

/**
 * Reads the members of a YAML map by key. Everything asked for is known; {@link #finish()} reports the rest as unknown keys.
 * Nothing throws: what cannot be read is reported, and comes back empty.
 */
public final class Keyed {
    private final Mapping mapping;
    private final Problems problems;
    private final TreeSet<String> known = new TreeSet<>();

    private Keyed(Mapping mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
    }

    /** The map, if the piece is one. */
    public static Optional<Keyed> of(Piece piece, Problems problems) {
        if (piece instanceof Mapping mapping) {
            return Optional.of(new Keyed(mapping, problems));
        }
        problems.add(piece.place(), "expected a map, found " + piece.kind(), "write key: value pairs");
        return Optional.empty();
    }

    public Place place() {
        return mapping.place();
    }

    /** Where the key stands, else where the map begins. */
    public Place place(String key) {
        Member member = mapping.members().get(key);
        return member == null ? mapping.place() : member.value().place();
    }

    /** The member's value; a bare null counts as absent. */
    public Optional<Piece> piece(String key) {
        known.add(key);
        return Optional.ofNullable(mapping.members().get(key))
                .map(Member::value)
                .filter(v -> !(v instanceof Scalar s && s.isNull()));
    }

    /** As {@link #piece}, reported when absent. */
    public Optional<Piece> required(String key) {
        Optional<Piece> piece = piece(key);
        if (piece.isEmpty()) {
            problems.add(place(key), Problems.quote(key) + " is missing", "add " + key + ": …");
        }
        return piece;
    }

    public boolean has(String key) {
        return piece(key).isPresent();
    }

    public Optional<String> text(String key) {
        return piece(key).flatMap(this::text);
    }

    public Optional<String> requiredText(String key) {
        return required(key).flatMap(this::text);
    }

    public List<String> texts(String key) {
        return items(key).stream().flatMap(p -> text(p).stream()).toList();
    }

    /** Items of a list, empty when absent. */
    public List<Piece> items(String key) {
        return piece(key).map(p -> items(p, problems)).orElse(List.of());
    }

    /** Items of the piece, reported when it is no list. */
    public static List<Piece> items(Piece piece, Problems problems) {
        if (piece instanceof Sequence sequence) {
            return sequence.items();
        }
        problems.add(piece.place(), "expected a list, found " + piece.kind(), "write [ … ] or lines with -");
        return List.of();
    }

    public Optional<Long> whole(String key) {
        return parsed(key, Long::valueOf, "a whole number");
    }

    public int whole(String key, int otherwise) {
        return whole(key)
                .map(n -> (int) Math.clamp(n, Integer.MIN_VALUE, Integer.MAX_VALUE))
                .orElse(otherwise);
    }

    public Optional<Double> number(String key) {
        return parsed(key, Double::valueOf, "a number");
    }

    public Optional<LocalDate> date(String key) {
        return parsed(key, LocalDate::parse, "a date as 2026-01-31");
    }

    public boolean flag(String key) {
        return choice(key, Map.of("true", true, "false", false)).orElse(false);
    }

    /** A constant of the enum by its name in lower case. */
    public <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
        return choice(
                key,
                Stream.of(type.getEnumConstants())
                        .collect(Collectors.toMap(e -> e.name().toLowerCase(Locale.ROOT), Function.identity())));
    }

    public <T> Optional<T> choice(String key, Map<String, T> choices) {
        Optional<String> text = text(key);
        Optional<T> found = text.flatMap(t -> Optional.ofNullable(choices.get(t)));
        if (text.isPresent() && found.isEmpty()) {
            problems.add(
                    place(key),
                    key + " " + Problems.quote(text.get()) + " is unknown",
                    "use one of " + String.join(", ", new TreeSet<>(choices.keySet())));
        }
        return found;
    }

    /** Reports every key that nobody asked for. */
    public void finish() {
        mapping.members().forEach((key, member) -> {
            if (!known.contains(key)) {
                problems.add(
                        member.key(),
                        "unknown key " + Problems.quote(key),
                        "use one of " + String.join(", ", known) + ", or take it away");
            }
        });
    }

    /** The keys in the order of the file, each made known: for maps whose keys are data. */
    public List<String> keys() {
        known.addAll(mapping.members().keySet());
        return new ArrayList<>(mapping.members().keySet());
    }

    private Optional<String> text(Piece piece) {
        if (piece instanceof Scalar scalar && !scalar.isNull()) {
            return Optional.of(scalar.text());
        }
        problems.add(piece.place(), "expected a text, found " + piece.kind(), "write one value");
        return Optional.empty();
    }

    private <T> Optional<T> parsed(String key, Function<String, T> parser, String what) {
        return text(key).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (NumberFormatException | DateTimeParseException e) {
                problems.add(place(key), Problems.quote(text) + " is not " + what, "write " + what);
                return Optional.empty();
            }
        });
    }
}
