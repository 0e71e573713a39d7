// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;

/** The application's texts in one language. */
@ProviderType
public interface Texts {
    Locale locale();

    /**
     * The text of the key with its arguments filled in; in English when the language lacks it, the key itself when nobody has
     * it.
     */
    String get(String key, Object... arguments);

    /** As {@link #get} of {@code key.one} for 1, of {@code key.many} otherwise; the number is argument 0. */
    String count(String key, long number);

    /** A day as people of the language write it. */
    String date(LocalDate day);

    /** A moment as people of the language write it, to the minute, by the zone's clock. */
    default String moment(Instant at, ZoneId zone) {
        ZonedDateTime there = at.atZone(zone);
        return date(there.toLocalDate()) + " "
                + DateTimeFormatter.ofPattern("HH:mm").format(there);
    }
}
