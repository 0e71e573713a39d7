// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.openbarnahus.ui.kit.text.TextCatalog;

/** The text catalog as Vaadin asks for translations. */
record Words(TextCatalog catalog) implements I18NProvider {
    @Override
    public List<Locale> getProvidedLocales() {
        return catalog.languages();
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        return catalog.in(locale).get(key, params);
    }
}
