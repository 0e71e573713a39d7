// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of evidence for OWASP ASVS ({@code docs/auditor/asvs.tsv}), the summary of it, and other documents that name files as
 * evidence. Each method gives back what is wrong.
 */
final class Evidence {
    static final List<String> VERDICTS = List.of("met", "partly", "not met", "not applicable");
    static final List<String> LEVELS = List.of("L1", "L2", "L3");
    private static final String TABLE = "docs/auditor/asvs.tsv";
    private static final String SUMMARY = "docs/auditor/asvs.md";
    private static final String HEAD = "id\tlevel\tsection\tverdict\tevidence\tnote";
    private static final Pattern ID = Pattern.compile("V\\d+\\.\\d+\\.\\d+");
    private static final Pattern PATH =
            Pattern.compile("`((?:bundles|docs|karaf-assembly|schemas|features)/[\\w./-]+(?:#\\w+)?)`");
    /** A test by its class, with or without its method; or one that runs in the browser. */
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT|Contract)(?:#\\w+)?|[\\w-]+\\.test\\.js)`");

    private static final List<String> TREES = List.of("bundles", "karaf-assembly");

    private final Path root;

    Evidence(Path root) {
        this.root = root;
    }

    /** A line of the table. */
    private record Row(String id, String level, String verdict, List<String> evidence, String note) {
        boolean namesATest() {
            return evidence.stream()
                    .anyMatch(
                            path -> path.contains("src/test/") || path.contains("itests/") || path.contains("/test/"));
        }
    }

    List<String> faultsOfTheTable() throws IOException {
        List<String> wrong = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Row row : rows()) {
            if (!ID.matcher(row.id).matches() || !ids.add(row.id)) {
                wrong.add(row.id + ": no id, or there twice");
            }
            if (!VERDICTS.contains(row.verdict) || !LEVELS.contains(row.level)) {
                wrong.add(row.id + ": no verdict or level: " + row.verdict + ", " + row.level);
            }
            if (row.verdict.equals("met") && !row.namesATest()) {
                wrong.add(row.id + ": met, and no test is named");
            }
            if (!row.verdict.equals("met") && row.note.isBlank()) {
                wrong.add(row.id + ": not met, and nothing says why");
            }
            row.evidence.stream().flatMap(this::missing).forEach(path -> wrong.add(row.id + ": " + path));
        }
        return wrong;
    }

    /** The lines of numbers that the summary must have. */
    List<String> countsMissingInTheSummary() throws IOException {
        List<Row> rows = rows();
        String summary = Files.readString(root.resolve(SUMMARY));
        Stream<String> wanted = Stream.concat(
                LEVELS.stream().map(level -> counts(rows, level, level)), Stream.of(counts(rows, "all", "L")));
        return wanted.filter(line -> !summary.contains(line)).toList();
    }

    /** Ids whose verdict is "not met" and that the summary's list does not name, and the other way round. */
    List<String> differencesOfTheListOfWhatIsNotMet() throws IOException {
        String summary = Files.readString(root.resolve(SUMMARY));
        int list = summary.indexOf("## Not met");
        Set<String> named = ID.matcher(list < 0 ? "" : summary.substring(list))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> notMet = rows().stream()
                .filter(row -> row.verdict.equals("not met"))
                .map(Row::id)
                .collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(named.stream(), notMet.stream())
                .filter(id -> named.contains(id) != notMet.contains(id))
                .toList();
    }

    /** Files and tests that a document names in code style and that are not there. */
    List<String> missingIn(String document) throws IOException {
        String text = Files.readString(root.resolve(document));
        Stream<String> paths = PATH.matcher(text).results().flatMap(found -> missing(found.group(1)));
        Map<String, Path> tests = tests();
        Stream<String> gone = TEST.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !isThere(tests.get(name.split("#")[0]), name.split("#")));
        return Stream.concat(paths, gone).toList();
    }

    /** Every test of the tree, by the name of its class, or of its file when it is no class. */
    private Map<String, Path> tests() throws IOException {
        Map<String, Path> tests = new HashMap<>();
        for (String tree : TREES) {
            if (Files.isDirectory(root.resolve(tree))) {
                try (Stream<Path> files = Files.find(root.resolve(tree), 20, (file, is) -> isTest(file))) {
                    files.forEach(
                            file -> tests.put(file.getFileName().toString().replace(".java", ""), file));
                }
            }
        }
        return tests;
    }

    private static boolean isTest(Path file) {
        String path = file.toString();
        return (path.contains("src/test/") && path.endsWith(".java"))
                || (path.endsWith(".test.js") && !path.contains("node_modules"));
    }

    private static String counts(List<Row> rows, String name, String level) {
        return VERDICTS.stream()
                .map(verdict -> rows.stream()
                        .filter(row -> row.level.startsWith(level) && row.verdict.equals(verdict))
                        .count())
                .map(count -> " " + count + " |")
                .collect(Collectors.joining("", "| " + name + " |", ""));
    }

    private List<Row> rows() throws IOException {
        List<String> lines = Files.readAllLines(root.resolve(TABLE));
        if (!lines.getFirst().equals(HEAD)) {
            throw new IllegalStateException("another head: " + lines.getFirst());
        }
        return lines.stream().skip(1).map(Evidence::row).toList();
    }

    private static Row row(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != HEAD.split("\t").length) {
            throw new IllegalStateException("not six cells: " + line);
        }
        List<String> evidence = cells[4].isEmpty() ? List.of() : List.of(cells[4].split(" "));
        return new Row(cells[0], cells[1], cells[3], evidence, cells[5]);
    }

    /** The path, when there is no such file, or no such method in it. */
    private Stream<String> missing(String evidence) {
        String[] parts = evidence.split("#");
        return isThere(root.resolve(parts[0]), parts) ? Stream.empty() : Stream.of(evidence);
    }

    private static boolean isThere(@Nullable Path file, String[] parts) {
        try {
            return file != null
                    && Files.exists(file)
                    && (parts.length == 1 || Files.readString(file).contains(" " + parts[1] + "("));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
