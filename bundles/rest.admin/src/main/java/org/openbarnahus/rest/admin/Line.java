// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.admin;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One line of the protocol: a flat JSON object of texts. A request holds {@code command} and its arguments, an answer
 * {@code exit} (0 done, 2 refused, 3 cannot) and {@code text}.
 */
final class Line {
    /** Characters; nothing here is long, and nobody shall fill the memory. */
    static final int LONGEST = 100_000;

    private final String text;
    private int at;

    private Line(String text) {
        this.text = text;
    }

    static String write(Map<String, String> values) {
        StringBuilder line = new StringBuilder("{");
        values.forEach((key, value) -> {
            line.append(line.length() == 1 ? "" : ",");
            quote(line, key);
            line.append(':');
            quote(line, value);
        });
        return line.append('}').toString();
    }

    /**
     * @throws IllegalArgumentException when the line is anything else
     */
    static Map<String, String> read(String line) {
        if (line.length() > LONGEST) {
            throw new IllegalArgumentException("too long");
        }
        Line reader = new Line(line.strip());
        Map<String, String> values = reader.object();
        if (reader.at != reader.text.length()) {
            throw new IllegalArgumentException("something follows the object");
        }
        return values;
    }

    private Map<String, String> object() {
        Map<String, String> values = new LinkedHashMap<>();
        expect('{');
        if (peek() == '}') {
            at++;
            return values;
        }
        do {
            String key = string();
            expect(':');
            if (values.put(key, string()) != null) {
                throw new IllegalArgumentException("a name that is there twice");
            }
        } while (comma());
        expect('}');
        return values;
    }

    private String string() {
        expect('"');
        StringBuilder value = new StringBuilder();
        for (char next = take(); next != '"'; next = take()) {
            if (next < ' ') {
                throw new IllegalArgumentException("a control character");
            }
            value.append(next == '\\' ? escaped() : next);
        }
        return value.toString();
    }

    private char escaped() {
        char kind = take();
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) (digit() << 12 | digit() << 8 | digit() << 4 | digit());
            default -> throw new IllegalArgumentException("an unknown escape");
        };
    }

    private int digit() {
        char next = take();
        int value = next < 128 ? Character.digit(next, 16) : -1;
        if (value < 0) {
            throw new IllegalArgumentException("no hexadecimal digit");
        }
        return value;
    }

    private boolean comma() {
        boolean more = peek() == ',';
        at += more ? 1 : 0;
        return more;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw new IllegalArgumentException("not a flat JSON object of texts");
        }
        at++;
    }

    private char peek() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private char take() {
        if (at >= text.length()) {
            throw new IllegalArgumentException("the line ends too early");
        }
        return text.charAt(at++);
    }

    private static void quote(StringBuilder line, String value) {
        line.append('"');
        for (int i = 0; i < value.length(); i++) {
            char next = value.charAt(i);
            switch (next) {
                case '"', '\\' -> line.append('\\').append(next);
                case '\n' -> line.append("\\n");
                default -> {
                    if (next < ' ' || next > '~') {
                        line.append(String.format(Locale.ROOT, "\\u%04x", (int) next));
                    } else {
                        line.append(next);
                    }
                }
            }
        }
        line.append('"');
    }
}
