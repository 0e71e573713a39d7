// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openbarnahus.core.service.query.Training;

/**
 * The yearly training in data protection with its test: what everybody who works with case data must know (third data security
 * standard of the care principle on securing personal data: yearly training with a mandatory test).
 */
public final class TrainingText {
    /** Counted up when what is taught changes. */
    public static final int VERSION = 1;

    private static final String BUNDLE = "org.openbarnahus.core.service.text.training";
    private static final Set<String> LANGUAGES = Set.of("en", "sv", "nb");
    private static final int POINTS = 8;
    private static final List<String> CHOICES = List.of("a", "b", "c");
    private static final Map<String, String> RIGHT =
            Map.of("q1", "b", "q2", "c", "q3", "a", "q4", "b", "q5", "c", "q6", "a", "q7", "b", "q8", "c");

    private TrainingText() {}

    /** In the language, or in English when it is not there in that. */
    public static Training in(Locale language) {
        String code = LANGUAGES.contains(language.getLanguage()) ? language.getLanguage() : "en";
        ResourceBundle words = ResourceBundle.getBundle(
                BUNDLE,
                Locale.of(code),
                TrainingText.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        List<String> points = IntStream.rangeClosed(1, POINTS)
                .mapToObj(i -> words.getString("point." + i))
                .toList();
        List<Training.Question> questions = new TreeSet<>(RIGHT.keySet())
                .stream().map(id -> question(id, words)).toList();
        return new Training(VERSION, code, points, questions);
    }

    private static Training.Question question(String id, ResourceBundle words) {
        Map<String, String> answers = CHOICES.stream()
                .collect(Collectors.toMap(c -> c, c -> words.getString(id + "." + c), (a, b) -> a, TreeMap::new));
        return new Training.Question(id, words.getString(id), answers, words.getString(id + ".why"));
    }

    /** The questions whose answer is not there or not right; empty when the test is passed. */
    public static Set<String> wrong(Map<String, String> answers) {
        return RIGHT.entrySet().stream()
                .filter(right -> !right.getValue().equals(answers.get(right.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
