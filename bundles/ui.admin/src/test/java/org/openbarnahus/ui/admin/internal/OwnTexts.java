// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.openbarnahus.ui.kit.text.Texts;

/** The bundle's own texts, and no others: a key that is missing is an error. */
record OwnTexts(Locale locale, Map<String, String> texts) implements Texts {
    static OwnTexts in(String language) {
        return new OwnTexts(Locale.of(language), new AdminTexts().texts(language));
    }

    @Override
    public String get(String key, Object... arguments) {
        String text = texts.get(key);
        if (text == null) {
            throw new AssertionError("no text " + key + " in " + locale);
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    @Override
    public String count(String key, long number) {
        return get(key + (number == 1 ? ".one" : ".many"), number);
    }

    @Override
    public String date(LocalDate day) {
        return day.toString();
    }
}
