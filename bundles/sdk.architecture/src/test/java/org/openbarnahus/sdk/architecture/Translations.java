// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.architecture;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people read, in every language. A <em>set</em> of texts is one folder {@code i18n} with a file for each language, or the
 * files {@code name.properties} (English), {@code name_sv.properties} … of one name. Each method gives back what is wrong.
 */
final class Translations {
    private static final Pattern FILE = Pattern.compile("(?:(\\w+?)(?:_([a-z]{2,3}))?)\\.properties");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");
    private static final Pattern LANGUAGES = Pattern.compile("(?m)^languages: *\\[([^\\]]*)]");
    private static final String ENGLISH = "en";

    private final Path root;

    Translations(Path root) {
        this.root = root;
    }

    /** A set of the application is there in every language that any of them is there in. */
    List<String> missingLanguages() throws IOException {
        Map<String, Map<String, Properties>> sets = ofTheApplication();
        Set<String> all = sets.values().stream()
                .flatMap(set -> set.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return sets.entrySet().stream()
                .flatMap(set -> all.stream()
                        .filter(language -> !set.getValue().containsKey(language))
                        .map(language -> set.getKey() + ": not in " + language))
                .toList();
    }

    /** A pack has words in the languages that its head names, and in no others. */
    List<String> packsThatSpeakOtherwise() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Map<String, Properties>> set : ofPacks().entrySet()) {
            String head = Files.readString(root.resolve(set.getKey()).resolveSibling("pack.yaml"));
            Matcher named = LANGUAGES.matcher(head);
            Set<String> languages = named.find() ? Set.of(named.group(1).split(" *, *")) : Set.of();
            if (!languages.equals(set.getValue().keySet())) {
                wrong.add(set.getKey() + ": the head names " + new TreeSet<>(languages) + ", the words are in "
                        + set.getValue().keySet());
            }
        }
        return wrong;
    }

    /** All languages of a set have the same keys, no text is empty, and each says the same placeholders. */
    List<String> differences() throws IOException {
        Map<String, Map<String, Properties>> all = ofTheApplication();
        all.putAll(ofPacks());
        List<String> wrong = new ArrayList<>();
        all.forEach((set, languages) -> {
            Set<String> keys = languages.values().stream()
                    .flatMap(texts -> texts.stringPropertyNames().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            keys.forEach(key -> differences(languages, key).forEach(text -> wrong.add(set + ": " + text)));
        });
        return wrong;
    }

    private static Stream<String> differences(Map<String, Properties> languages, String key) {
        Properties model = Optional.ofNullable(languages.get(ENGLISH))
                .orElseGet(() -> languages.values().iterator().next());
        List<String> expected = placeholders(model.getProperty(key, ""));
        return languages.entrySet().stream().flatMap(language -> {
            String text = language.getValue().getProperty(key, "");
            if (text.isBlank()) {
                return Stream.of(key + ": no text in " + language.getKey());
            }
            return placeholders(text).equals(expected)
                    ? Stream.empty()
                    : Stream.of(key + ": " + placeholders(text) + " in " + language.getKey() + " for " + expected);
        });
    }

    /** As often as they stand there, in any order: languages differ in the order of words. */
    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    private Map<String, Map<String, Properties>> ofTheApplication() throws IOException {
        Map<String, Map<String, Properties>> sets = new TreeMap<>();
        for (Path bundle : children(root.resolve("bundles"))) {
            sets.putAll(sets(bundle.resolve("src/main/resources")));
        }
        return sets;
    }

    private Map<String, Map<String, Properties>> ofPacks() throws IOException {
        return sets(root.resolve("schemas"));
    }

    /** Set to language to texts. */
    private Map<String, Map<String, Properties>> sets(Path folder) throws IOException {
        Map<String, Map<String, Properties>> sets = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return sets;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher name = FILE.matcher(file.getFileName().toString());
                if (name.matches()) {
                    Path place = file.resolveSibling("");
                    boolean named = place.endsWith("i18n");
                    Path set = named ? place : file.resolveSibling(name.group(1));
                    String language = named
                            ? name.group(1)
                            : Optional.ofNullable(name.group(2)).orElse(ENGLISH);
                    sets.computeIfAbsent(root.relativize(set).toString(), s -> new TreeMap<>())
                            .put(language, read(file));
                }
            }
        }
        return sets;
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }
}
