// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbarnahus.ui.kit.text.Texts;

/** The catalog seen from one language. */
record LocalTexts(Locale locale, Function<String, Optional<String>> lookup) implements Texts {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d{1,2})\\}");

    @Override
    public String get(String key, Object... arguments) {
        // in one go: what an argument holds is not filled in again
        return PLACE.matcher(lookup.apply(key).orElse(key)).replaceAll(place -> {
            int number = Integer.parseInt(place.group(1));
            return Matcher.quoteReplacement(
                    number < arguments.length ? String.valueOf(arguments[number]) : place.group());
        });
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
