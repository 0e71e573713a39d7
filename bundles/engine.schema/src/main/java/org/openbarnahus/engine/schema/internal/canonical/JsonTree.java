// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.canonical;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A JSON object read from a canonical text; a member of another type is an {@link IllegalArgumentException}. */
record JsonTree(Map<?, ?> members) {
    boolean has(String name) {
        return members.get(name) != null;
    }

    String text(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException("member " + name + " is missing"));
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(members.get(name)).map(String::valueOf);
    }

    Optional<LocalDate> date(String name) {
        return optional(name).map(LocalDate::parse);
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(members.get(name));
    }

    @Nullable
    Long whole(String name) {
        return members.get(name) instanceof Number n ? n.longValue() : null;
    }

    int integer(String name) {
        Long number = whole(name);
        if (number == null) {
            throw new IllegalArgumentException("member " + name + " is no number");
        }
        return number.intValue();
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
        return Enum.valueOf(type, text(name).toUpperCase(Locale.ROOT));
    }

    List<?> list(String name) {
        return members.get(name) instanceof List<?> l ? l : List.of();
    }

    List<String> texts(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    Set<String> textSet(String name) {
        return new TreeSet<>(texts(name));
    }

    List<JsonTree> trees(String name) {
        return list(name).stream().map(JsonTree::of).toList();
    }

    JsonTree tree(String name) {
        return of(members.get(name));
    }

    Optional<JsonTree> optionalTree(String name) {
        return has(name) ? Optional.of(tree(name)) : Optional.empty();
    }

    Map<String, String> textMap(String name) {
        return has(name)
                ? tree(name).members().entrySet().stream()
                        .collect(Collectors.toMap(
                                e -> String.valueOf(e.getKey()),
                                e -> String.valueOf(e.getValue()),
                                (a, b) -> a,
                                LinkedHashMap::new))
                : Map.of();
    }

    static JsonTree of(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new JsonTree(map);
        }
        throw new IllegalArgumentException("an object is missing");
    }
}
