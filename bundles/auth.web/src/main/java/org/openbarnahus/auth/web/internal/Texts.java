// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
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

    /** A day as people of the language write it: digits, dots and the name of a month, nothing that HTML would take for its own. */
    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(get("date.pattern"), locale).format(day);
    }

    /** A moment to the minute by the zone's clock. */
    String moment(Instant at, ZoneId zone) {
        ZonedDateTime there = at.atZone(zone);
        return day(there.toLocalDate()) + " "
                + DateTimeFormatter.ofPattern("HH:mm").format(there);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
