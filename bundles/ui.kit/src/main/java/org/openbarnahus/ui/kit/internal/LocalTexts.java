// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.openbarnahus.ui.kit.text.Texts;

/** The catalog seen from one language. */
record LocalTexts(Locale locale, Function<String, Optional<String>> lookup) implements Texts {
    @Override
    public String get(String key, Object... arguments) {
        String text = lookup.apply(key).orElse(key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    @Override
    public String count(String key, long number) {
        return get(key + (number == 1 ? ".one" : ".many"), String.format(locale, "%,d", number));
    }

    @Override
    public String date(LocalDate day) {
        return DateTimeFormatter.ofPattern(get("kit.date.pattern"), locale).format(day);
    }
}
