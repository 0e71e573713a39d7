// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openbarnahus.core.model.value.PlainText;

/** Reads {@code i18n/<language>.properties} in UTF-8, keeping the line of each key. */
final class WordsReader {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.:-]{1,160}");
    private static final int LONGEST = 4000;

    private final String file;
    private final Problems problems;
    private final Map<String, Located<String>> words = new TreeMap<>();

    private WordsReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    static Map<String, Located<String>> read(String file, String text, Problems problems) {
        WordsReader reader = new WordsReader(file, problems);
        String[] lines = text.split("\r\n|\r|\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int first = i;
            StringBuilder line = new StringBuilder(lines[i].stripLeading());
            while (continues(line) && !isComment(line) && i + 1 < lines.length) {
                line.setLength(line.length() - 1);
                line.append(lines[++i].stripLeading());
            }
            if (!line.isEmpty() && !isComment(line)) {
                reader.entry(line.toString(), first + 1);
            }
        }
        return reader.words;
    }

    private static boolean isComment(CharSequence line) {
        return !line.isEmpty() && (line.charAt(0) == '#' || line.charAt(0) == '!');
    }

    private static boolean continues(CharSequence line) {
        int slashes = 0;
        while (slashes < line.length() && line.charAt(line.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private void entry(String line, int number) {
        int equals = separator(line);
        Place place = new Place(file, number, 1);
        if (equals < 0) {
            problems.add(place, "a line without =", "write key=word");
            return;
        }
        String key = unescape(line.substring(0, equals).strip());
        String word = unescape(line.substring(equals + 1).stripLeading());
        if (!KEY.matcher(key).matches()) {
            problems.add(place, "not a key", "use letters, digits and _ . : -");
        } else if (word.isBlank() || word.length() > LONGEST || !PlainText.isPlain(word)) {
            problems.add(
                    place, "the word of " + key + " is empty, too long or holds control characters", "write it again");
        } else if (words.putIfAbsent(key, new Located<>(word, place)) != null) {
            problems.add(place, "key " + Problems.quote(key) + " twice", "keep one of them");
        }
    }

    /** The first = that is not escaped; a colon is part of the key, as activity:referral is. */
    private static int separator(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == '=') {
                return i;
            }
        }
        return -1;
    }

    private static String unescape(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                result.append(c);
                continue;
            }
            char escaped = text.charAt(++i);
            if (escaped == 'u'
                    && i + 4 < text.length()
                    && text.substring(i + 1, i + 5).matches("[0-9A-Fa-f]{4}")) {
                result.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                result.append(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped);
            }
        }
        return result.toString();
    }
}
