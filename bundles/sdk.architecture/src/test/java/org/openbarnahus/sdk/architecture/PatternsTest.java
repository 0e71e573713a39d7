// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * Every text of our classes that could be a regular expression is tried with texts made to keep it busy: what it repeats, repeated,
 * and at the end something that does not fit. Counted are the characters that it looks at, not the time: twice as long a text may
 * take four times as many looks, and not more.
 */
public class PatternsTest {
    private static final int SHORT = 150;
    private static final long MOST_LOOKS = 3_000_000;
    /** Of looks, for a text that is twice as long: 4 is quadratic, 8 would be cubic. */
    private static final double MOST_GROWTH = 6;

    private static final Pattern REPEATS = Pattern.compile("[*+}]");
    private static final List<String> ENDS = List.of("", "\u0001", "!");

    private static final class TooBusy extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A text that counts how often it is looked at. */
    private static final class Counted implements CharSequence {
        private final String text;
        private long looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_LOOKS) {
                throw new TooBusy();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static long looks(Pattern pattern, String text) {
        Counted counted = new Counted(text);
        Matcher matcher = pattern.matcher(counted);
        matcher.matches();
        matcher.reset();
        while (matcher.find()) {
            // as replaceAll and split do
        }
        return counted.looks;
    }

    /** What is repeated: characters of the pattern and some of each kind, one or two of them at a time. */
    private static Set<String> units(String pattern) {
        Set<String> single = new LinkedHashSet<>(List.of("a", "A", "0", " ", "-", ".", "\u00e5", "/", "@", "=", "\""));
        pattern.codePoints()
                .filter(c -> !"\\[](){}*+?|^$".contains(Character.toString(c)))
                .limit(200)
                .forEach(c -> single.add(Character.toString(c)));
        Set<String> units = new LinkedHashSet<>(single.stream().limit(40).toList());
        for (String one : List.of("a", "0", " ", "-", ".")) {
            for (String other : List.of("a", "0", " ", "-", ".", "@")) {
                units.add(one + other);
            }
        }
        return units;
    }

    private static List<String> busy(String text) {
        List<String> found = new ArrayList<>();
        Pattern pattern = Pattern.compile(text);
        for (String unit : units(text)) {
            for (String end : ENDS) {
                try {
                    long once = looks(pattern, unit.repeat(SHORT) + end);
                    long twice = looks(pattern, unit.repeat(2 * SHORT) + end);
                    if (twice > 20_000 && twice > MOST_GROWTH * once) {
                        found.add("'" + unit + "' grows " + twice / (double) once);
                    }
                } catch (TooBusy | StackOverflowError e) {
                    found.add("'" + unit + "' keeps it busy: " + e.getClass().getSimpleName());
                }
            }
        }
        return found;
    }

    @Test
    public void noPatternOfOursIsKeptBusy() throws IOException {
        List<String> problems = new ArrayList<>();
        int tried = 0;
        for (String text : constants()) {
            if (REPEATS.matcher(text).find() && text.length() < 2_000 && compiles(text)) {
                tried++;
                List<String> found = busy(text);
                if (!found.isEmpty()) {
                    problems.add(text + ": " + found.getFirst());
                }
            }
        }
        assertEquals(String.join("\n", problems), List.of(), problems);
        assertTrue("so many: " + tried, tried > 60);
    }

    @Test
    public void patternsThatAreKnownToBeSlowAreFound() {
        for (String slow : List.of("(.*a){12}", "(x+x+)+y", "a*a*a*b", "(.*)(.*)(.*)x", "\\d+\\d+\\d+x")) {
            assertTrue(slow, !busy(slow).isEmpty());
        }
        for (String quick : List.of("[a-z]{1,20}", "\\d{4}-\\d{2}", "\\s+$", "(?:W/)?\"(\\d{1,18})\"")) {
            assertEquals(quick, List.of(), busy(quick));
        }
    }

    private static Set<String> constants() throws IOException {
        Set<String> texts = new TreeSet<>();
        try (Stream<Path> bundles = Files.list(Repository.root().resolve("bundles"))) {
            for (Path bundle : bundles.toList()) {
                Path classes = bundle.resolve("target/classes/org/openbarnahus");
                if (Files.isDirectory(classes)) {
                    texts.addAll(Constants.besidePatterns(classes));
                }
            }
        }
        return texts;
    }

    private static boolean compiles(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
