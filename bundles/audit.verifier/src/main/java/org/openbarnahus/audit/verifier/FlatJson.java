// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.audit.verifier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One line: a JSON object (RFC 8259) of texts and whole numbers, with exactly the members expected, in their order. */
final class FlatJson {
    private final String text;
    private int at;

    private FlatJson(String text) {
        this.text = text;
    }

    /**
     * @throws WrongException when the line is anything else
     */
    static Map<String, String> read(String line, List<String> names) throws WrongException {
        FlatJson reader = new FlatJson(line);
        Map<String, String> members = reader.object();
        if (reader.at != line.length()) {
            throw new WrongException("something follows the object");
        }
        if (!List.copyOf(members.keySet()).equals(names)) {
            throw new WrongException("the members are not " + String.join(", ", names));
        }
        return members;
    }

    private Map<String, String> object() throws WrongException {
        Map<String, String> members = new LinkedHashMap<>();
        expect('{');
        do {
            String name = string();
            expect(':');
            String value = peek() == '"' ? string() : number();
            if (members.putIfAbsent(name, value) != null) {
                throw new WrongException("the member " + name + " stands there twice");
            }
        } while (comma());
        expect('}');
        return members;
    }

    private String string() throws WrongException {
        expect('"');
        StringBuilder value = new StringBuilder();
        for (char next = take(); next != '"'; next = take()) {
            if (next < ' ') {
                throw new WrongException("a control character stands in a text");
            }
            value.append(next == '\\' ? escaped() : next);
        }
        return value.toString();
    }

    private char escaped() throws WrongException {
        char kind = take();
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) (hex() << 12 | hex() << 8 | hex() << 4 | hex());
            default -> throw new WrongException("an unknown escape");
        };
    }

    private int hex() throws WrongException {
        char digit = take();
        int value = digit < 128 ? Character.digit(digit, 16) : -1;
        if (value < 0) {
            throw new WrongException("an unknown escape");
        }
        return value;
    }

    private String number() throws WrongException {
        int start = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        String digits = text.substring(start, at);
        if (digits.isEmpty() || digits.length() > 18 || (digits.length() > 1 && digits.startsWith("0"))) {
            throw new WrongException("not a text or a whole number");
        }
        return digits;
    }

    private boolean comma() {
        boolean more = peek() == ',';
        at += more ? 1 : 0;
        return more;
    }

    private void expect(char wanted) throws WrongException {
        if (take() != wanted) {
            throw new WrongException("not a JSON object of texts and whole numbers");
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private char take() throws WrongException {
        if (at >= text.length()) {
            throw new WrongException("the line ends too early");
        }
        return text.charAt(at++);
    }
}
