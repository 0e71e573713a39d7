// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.schema;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Labels of a snapshot by language and key. A missing word falls back to English, then to the key itself. */
public record Words(Map<String, Map<String, String>> byLanguage) {
    private static final String FALLBACK = "en";

    public Words {
        Map<String, Map<String, String>> copy = new TreeMap<>();
        byLanguage.forEach((language, words) -> copy.put(language, Map.copyOf(words)));
        byLanguage = java.util.Collections.unmodifiableMap(copy);
    }

    public Optional<String> find(Locale locale, String key) {
        return find(locale.getLanguage(), key).or(() -> find(FALLBACK, key));
    }

    public String get(Locale locale, String key) {
        return find(locale, key).orElse(key);
    }

    private Optional<String> find(String language, String key) {
        return Optional.ofNullable(byLanguage.getOrDefault(language, Map.of()).get(key));
    }
}
