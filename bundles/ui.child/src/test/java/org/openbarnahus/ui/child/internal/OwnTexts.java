// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.child.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openbarnahus.ui.kit.text.TextCatalog;
import org.openbarnahus.ui.kit.text.Texts;

/** The bundle's own texts, and no others: a key that is missing is an error. */
final class OwnTexts implements TextCatalog {
    private final ChildTexts source = new ChildTexts();

    @Override
    public List<Locale> languages() {
        return List.of(Locale.ENGLISH, Locale.of("nb"), Locale.of("sv"));
    }

    @Override
    public Texts in(Locale locale) {
        Map<String, String> texts = source.texts(locale.getLanguage());
        return new Texts() {
            @Override
            public Locale locale() {
                return locale;
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
                throw new UnsupportedOperationException();
            }

            @Override
            public String date(LocalDate day) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
