// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.text;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;

/** Says in the reader's language what is wrong and what to do; page and REST use the same words. */
public final class ErrorTexts {
    private static final String BUNDLE = "org.openbarnahus.core.service.text.errors";

    /** Arguments that are keys of words, with what their keys begin with. */
    private static final Map<String, String> WORDS = Map.of("kind", "identifier.", "detail", "detail.");

    private static final Pattern PLACE = Pattern.compile("\\{(\\w{1,40})\\}");

    private ErrorTexts() {}

    /**
     * The message with its arguments filled in: {@code {max}} is replaced by the argument {@code max}. What an argument holds is
     * not filled in again: it may have been typed by somebody.
     */
    public static String message(Problem problem, Locale locale) {
        return PLACE.matcher(template(problem.code(), locale))
                .replaceAll(place -> Matcher.quoteReplacement(
                        Optional.ofNullable(problem.arguments().get(place.group(1)))
                                .map(value -> word(place.group(1), value, locale))
                                .orElse(place.group())));
    }

    /**
     * {@code identifier.<kind>} says in words what a detector finds, {@code detail.<detail>} what is wrong; a value without a
     * word stands for itself.
     */
    private static String word(String argument, String value, Locale locale) {
        return Optional.ofNullable(WORDS.get(argument))
                .flatMap(prefix -> find(prefix + value, locale))
                .orElse(value);
    }

    private static String template(ErrorCode code, Locale locale) {
        return find(code.key(), locale).orElse(code.name());
    }

    private static Optional<String> find(String key, Locale locale) {
        try {
            return Optional.of(ResourceBundle.getBundle(
                            BUNDLE,
                            locale,
                            ErrorTexts.class.getClassLoader(),
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                    .getString(key));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }
}
