// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * A round that throws is never started again by the JDK's scheduler, and nobody hears of it. So whatever is scheduled is a
 * method that catches, in the same file (OWASP ASVS 5.0 V16.5.4).
 */
public class RoundsGoOnTest {
    private static final Pattern SCHEDULED = Pattern.compile("schedule(?:WithFixedDelay|AtFixedRate)\\("
            + "(?:\\s*(?:this::|\\(\\) -> )(\\w+)|(\\s*\\(\\) -> \\{\\s*try \\{))?");

    @Test
    public void everyScheduledMethodCatchesWhateverItThrows() throws IOException {
        List<String> wrong = new ArrayList<>();
        int found = 0;
        for (Path file : sources()) {
            String text = text(file);
            Matcher scheduled = SCHEDULED.matcher(text);
            while (scheduled.find()) {
                found++;
                String method = scheduled.group(1);
                boolean inPlace = scheduled.group(2) != null;
                if (!inPlace && (method == null || !catches(text, method))) {
                    wrong.add(file.getFileName() + ": " + scheduled.group());
                }
            }
        }
        assertTrue("found " + found, found >= 10);
        assertEquals(List.of(), wrong);
    }

    @Test
    public void aMethodThatDoesNotCatchIsSeen() {
        String text =
                "class X {\n    void a() {\n        b();\n    }\n\n    void b() {\n        try {\n        } catch (RuntimeException e) {\n        }\n    }\n}\n";
        assertEquals(false, catches(text, "a"));
        assertEquals(true, catches(text, "b"));
        assertEquals(false, catches(text, "c"));
    }

    /** The body ends with the brace that stands as far left as the method. */
    private static boolean catches(String text, String method) {
        Matcher start = Pattern.compile("\n    [^\n=;]*void " + method + "\\([^\n]*\\{\n")
                .matcher(text);
        if (!start.find()) {
            return false;
        }
        int end = text.indexOf("\n    }\n", start.end());
        String body = text.substring(start.end(), end < 0 ? text.length() : end);
        return Pattern.compile("catch \\([^)]*RuntimeException").matcher(body).find();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Repository.root().resolve("bundles"))) {
            return files.filter(file -> file.toString().contains("/src/main/java/")
                            && file.toString().endsWith(".java"))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
