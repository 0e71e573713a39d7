// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.text;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;

/** Says in the reader's language what is wrong and what to do; page and REST use the same words. */
public final class ErrorTexts {
    private static final String BUNDLE = "org.openbarnahus.core.service.text.errors";

    private ErrorTexts() {}

    /** The message with its arguments filled in: {@code {max}} is replaced by the argument {@code max}. */
    public static String message(Problem problem, Locale locale) {
        String text = template(problem.code(), locale);
        for (Map.Entry<String, String> argument : problem.arguments().entrySet()) {
            text = text.replace('{' + argument.getKey() + '}', argument.getValue());
        }
        return text;
    }

    private static String template(ErrorCode code, Locale locale) {
        try {
            return ResourceBundle.getBundle(
                            BUNDLE,
                            locale,
                            ErrorTexts.class.getClassLoader(),
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                    .getString(code.key());
        } catch (MissingResourceException e) {
            return code.name();
        }
    }
}
