// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * A setting under another name than the program's is read by nobody, and nobody says so. Those of the site are read one by one
 * and have a test where they are used.
 */
public class SettingsTest {
    private static final Pattern READ = Pattern.compile("^    \\S+ (\\w+)\\(\\)", Pattern.MULTILINE);
    private static final Pattern ROW =
            Pattern.compile("^\\| `org\\.openbarnahus\\.(?!site)[a-z.]+\\.cfg` \\| ([^|]*) \\|", Pattern.MULTILINE);
    private static final Pattern KEY = Pattern.compile("`([a-z.0-9_]+)`");
    private static final Pattern LINE = Pattern.compile("^#? ?([a-z.0-9_]+) ?=", Pattern.MULTILINE);

    @Test
    public void whatTheDeployersPageNamesIsRead() throws IOException {
        String page = Files.readString(Repository.root().resolve("docs/deployer/README.md"));
        List<String> keys = ROW.matcher(page)
                .results()
                .flatMap(row -> KEY.matcher(row.group(1)).results())
                .map(key -> key.group(1))
                .toList();
        assertTrue(keys.size() > 20);
        assertEquals(List.of(), unread(keys.stream()));
    }

    @Test
    public void whatTheShippedFilesNameIsRead() throws IOException {
        try (Stream<Path> files =
                Files.list(Repository.root().resolve("karaf-assembly/src/main/resources/share/etc"))) {
            List<String> keys = files.filter(file -> !file.toString().contains("site"))
                    .map(SettingsTest::text)
                    .flatMap(text -> LINE.matcher(text).results())
                    .map(line -> line.group(1))
                    .toList();
            assertTrue(keys.size() > 10);
            assertEquals(List.of(), unread(keys.stream()));
        }
    }

    private static List<String> unread(Stream<String> keys) throws IOException {
        Set<String> read = read();
        return keys.filter(key -> !read.contains(key)).toList();
    }

    /** Names as Declarative Services makes them of the methods of a configuration. */
    private static Set<String> read() throws IOException {
        try (Stream<Path> files = Files.walk(Repository.root().resolve("bundles"))) {
            return files.filter(file -> file.toString().contains("/src/main/java/")
                            && file.toString().endsWith("Config.java"))
                    .map(SettingsTest::text)
                    .flatMap(text -> READ.matcher(text).results())
                    .map(SettingsTest::name)
                    .collect(Collectors.toSet());
        }
    }

    private static String name(MatchResult method) {
        return method.group(1).replace('_', '.');
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
