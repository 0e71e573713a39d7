// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words of our pages in one language. */
final class Texts {
    private final ResourceBundle bundle;
    private final Locale locale;

    Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "org.openbarnahus.auth.web.internal.pages",
                locale,
                Texts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Locale locale() {
        return locale;
    }

    String get(String key) {
        return bundle.getString(key);
    }

    /** For HTML text and attributes. */
    String html(String key) {
        return escape(get(key));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
