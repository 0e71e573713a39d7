// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;

/** What a user name and a password may be (NIST SP 800-63B: length and a list of bad ones, no rules of composition). */
final class CredentialRules {
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9._-]{3,64}");
    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;
    /** What must be left of a password when everything that is easy to guess is taken out. */
    private static final int LEFT = 5;

    /** Of 0 to 4: 3 withstands 100 million guesses. */
    private static final int STRONG = 3;

    private static final int LOOKED_AT = 64;
    /** Knows 30,000 passwords that became known, names, English words, keyboards, dates and repetitions. */
    private static final Zxcvbn STRENGTH = new Zxcvbn();

    private static final List<String> COMMON = common();

    private CredentialRules() {}

    /** The name as it is stored, or nothing if it can be nobody's. */
    static Optional<String> username(String typed) {
        if (typed.length() > 2 * 64) {
            return Optional.empty();
        }
        String name = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return USERNAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
    }

    /**
     * @param context user name, code and name of the house: the first that somebody who knows them would try
     */
    static Optional<Problem> password(String password, List<String> context) {
        if (!possible(password)) {
            return Optional.of(Problem.at(ErrorCode.PASSWORD_LENGTH, "password"));
        }
        return guessable(password, context)
                ? Optional.of(Problem.at(ErrorCode.PASSWORD_GUESSABLE, "password"))
                : Optional.empty();
    }

    static boolean possible(String password) {
        return password.length() >= SHORTEST
                && password.length() <= 2 * LONGEST
                && password.codePointCount(0, password.length()) >= SHORTEST
                && password.codePointCount(0, password.length()) <= LONGEST;
    }

    private static boolean guessable(String password, List<String> context) {
        List<String> words = new ArrayList<>(COMMON);
        context.stream()
                .flatMap(text -> Stream.of(lower(text).split("[^\\p{L}\\p{N}]+")))
                .filter(word -> word.length() >= 3)
                .forEach(words::add);
        words.sort(Comparator.comparing(String::length).reversed());
        return Stream.of(lower(password), plain(lower(password)))
                        .anyMatch(
                                text -> without(text, words).chars().distinct().count() < LEFT)
                || STRENGTH.measure(beginning(password), words).getScore() < STRONG;
    }

    /** What follows makes it no easier to guess, and costs time. */
    private static String beginning(String password) {
        return password.substring(
                0, password.offsetByCodePoints(0, Math.min(LOOKED_AT, password.codePointCount(0, password.length()))));
    }

    private static String without(String text, List<String> words) {
        String rest = text;
        for (String word : words) {
            rest = rest.replace(word, "");
        }
        return rest;
    }

    private static String lower(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** p@ssw0rd is password. */
    private static String plain(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('@', 'a')
                .replace('$', 's');
    }

    private static List<String> common() {
        try (InputStream in = Objects.requireNonNull(CredentialRules.class.getResourceAsStream("common-words.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
