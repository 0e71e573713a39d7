// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.openbarnahus.ui.kit.text.TextCatalog;
import org.openbarnahus.ui.kit.text.TextSource;
import org.openbarnahus.ui.kit.text.Texts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Looks texts up in every source of the moment. */
@Component
public final class Catalog implements TextCatalog {
    private static final String NAME = "language.name";
    private static final String FALLBACK = "en";

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private volatile List<TextSource> sources = List.of();

    @Activate
    public Catalog() {}

    Catalog(TextSource... sources) {
        this.sources = List.of(sources);
    }

    @Override
    public List<Locale> languages() {
        return Stream.of(Locale.getISOLanguages())
                .filter(language -> find(language, NAME).isPresent())
                .sorted(Comparator.comparing((String language) -> !language.equals(FALLBACK))
                        .thenComparing(Comparator.naturalOrder()))
                .map(Locale::of)
                .toList();
    }

    @Override
    public Texts in(Locale locale) {
        return new LocalTexts(locale, key -> find(locale.getLanguage(), key).or(() -> find(FALLBACK, key)));
    }

    private Optional<String> find(String language, String key) {
        return sources.stream()
                .map(source -> source.texts(language))
                .map((Map<String, String> texts) -> texts.get(key))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
