// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * Regular expressions and formats are written down in the program: nothing that is read or typed becomes part of one, so there is
 * nothing to escape. What is put together of something else is found here, and named with its reason.
 */
public class ConstantFormsTest {
    private static final Pattern CALL = Pattern.compile(
            "\\b(?:Pattern\\.compile|String\\.format|printf)\\(|\\.(?:replaceAll|replaceFirst|split)\\(");
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(?s:.{0,4000}?)\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.){0,2000}\"");
    /** Constants, of this class or another, flags, numbers, and what says in which language a number is written. */
    private static final Pattern CONSTANT = Pattern.compile(
            "(?:[A-Za-z.]+\\.)?(?:[A-Z][A-Z0-9_]+|pathSeparator)(?:\\.pattern\\(\\))?|Locale\\.ROOT|locale");

    private static final Pattern LAMBDA = Pattern.compile("^(?:\\w{1,40}|\\([\\w, ]{1,80}\\)) ->");

    /** File and argument that is no constant, and why that is well. */
    private static final Set<String> KNOWN = Set.of(
            // the number of digits of a one-time code, which is a constant of its callers
            "Totp.java digits",
            // a separator that the class names itself
            "Settings.java separator",
            // the name of an element, which the build's own tool names itself
            "Licences.java name",
            // the method of Pattern, not of String
            "Cells.java cell",
            "Cells.java part");

    @Test
    public void noPatternAndNoFormatIsMadeOfWhatIsRead() throws IOException {
        Set<String> found = new TreeSet<>();
        int calls = 0;
        try (Stream<Path> files = Files.walk(Repository.root().resolve("bundles"))) {
            for (Path file : files.filter(f -> f.toString().contains("/src/main/java/")
                            && f.toString().endsWith(".java"))
                    .toList()) {
                List<String> arguments = arguments(Files.readString(file));
                calls += arguments.size();
                arguments.stream()
                        .filter(argument -> !argument.isEmpty())
                        .map(argument -> file.getFileName() + " " + argument)
                        .filter(each -> KNOWN.stream().noneMatch(each::startsWith))
                        .forEach(found::add);
            }
        }
        assertEquals(Set.of(), found);
        assertTrue("so many calls: " + calls, calls > 80);
    }

    @Test
    public void whatIsPutTogetherIsFound() {
        assertEquals(
                List.of(""),
                arguments("x = Pattern.compile(\"a(b)\" + OTHER + Some.CONSTANT, Pattern.CASE_INSENSITIVE);"));
        assertEquals(List.of("typed"), arguments("x = Pattern.compile(\"^\" + typed);"));
        assertEquals(List.of("typed.name()"), arguments("text.replaceAll(typed.name(), \"\");"));
        assertEquals(List.of(""), arguments("String.format(Locale.ROOT, \"%d of %s\", number, typed);"));
        assertEquals(List.of("typed"), arguments("String.format(Locale.ROOT, typed, number);"));
        assertEquals(List.of("typed"), arguments("text.split(typed, -1)"));
    }

    /** Of each call, what is no constant in the argument that is a pattern or a format. */
    private static List<String> arguments(String source) {
        List<String> found = new ArrayList<>();
        Matcher call = CALL.matcher(source);
        while (call.find()) {
            String form = "";
            for (String argument : split(source, call.end())) {
                form = argument.strip();
                if (!form.startsWith("Locale.") && !form.equals("locale")) {
                    break;
                }
            }
            if (LAMBDA.matcher(form).find()) {
                // Map's, or Matcher's with what is put in the place: no pattern
                found.add("");
                continue;
            }
            String rest = CONSTANT.matcher(LITERAL.matcher(form).replaceAll("")).replaceAll("");
            found.add(
                    rest.replaceAll("[+\\s]", "").isEmpty()
                            ? ""
                            : strip(LITERAL.matcher(form).replaceAll("")));
        }
        return found;
    }

    private static String strip(String form) {
        return form.replaceAll("^[+\\s]+|[+\\s]+$", "");
    }

    /** The arguments of a call from its first on; commas and brackets within texts and other calls do not count. */
    private static List<String> split(String source, int from) {
        List<String> arguments = new ArrayList<>();
        Matcher literal = LITERAL.matcher(source);
        int depth = 0;
        int begin = from;
        for (int at = from; at < source.length(); at++) {
            char sign = source.charAt(at);
            if (sign == '"' && literal.find(at) && literal.start() == at) {
                at = literal.end() - 1;
            } else if (sign == '(' || sign == '[' || sign == '{') {
                depth++;
            } else if (depth > 0 && (sign == ')' || sign == ']' || sign == '}')) {
                depth--;
            } else if (depth == 0 && (sign == ',' || sign == ')')) {
                arguments.add(source.substring(begin, at));
                begin = at + 1;
                if (sign == ')') {
                    return arguments;
                }
            }
        }
        return arguments;
    }
}
