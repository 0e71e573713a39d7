// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language a caller asked for. */
public final class Languages {
    private Languages() {}

    /** First language of Accept-Language, English when none is asked for or the header cannot be read. */
    public static Locale of(@Nullable HttpHeaders headers) {
        if (headers == null || headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Locale.ENGLISH;
        }
        try {
            Locale first = headers.getAcceptableLanguages().getFirst();
            return first.getLanguage().isEmpty() || "*".equals(first.getLanguage()) ? Locale.ENGLISH : first;
        } catch (RuntimeException e) {
            return Locale.ENGLISH;
        }
    }
}
