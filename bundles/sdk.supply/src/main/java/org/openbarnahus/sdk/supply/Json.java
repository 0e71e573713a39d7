// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes maps, lists and texts as JSON, in their own order: the same every time. */
final class Json {
    private static final char FIRST_PLAIN = ' ';

    private Json() {}

    static String write(Object value) {
        return write(value, "\n");
    }

    private static String write(Object value, String line) {
        String deeper = line + "  ";
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry ->
                                deeper + quote(entry.getKey().toString()) + ": " + write(entry.getValue(), deeper))
                        .collect(Collectors.joining(",", "{", line + "}"));
            case List<?> list ->
                list.stream().map(one -> deeper + write(one, deeper)).collect(Collectors.joining(",", "[", line + "]"));
            case Integer number -> number.toString();
            default -> quote(value.toString());
        };
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < FIRST_PLAIN) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
