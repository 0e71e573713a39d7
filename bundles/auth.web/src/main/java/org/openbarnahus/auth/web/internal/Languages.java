// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openbarnahus.auth.web.WebContext;

/** Which language somebody reads: the one chosen before, else the first the browser asks for that we have. */
final class Languages {
    static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.of("sv"), Locale.of("nb"));
    private static final String BOKMAL = "nb";
    /** What browsers in Norway may send: Norwegian of no named form, and Nynorsk, whose readers read Bokmål too. */
    private static final Set<String> NORWEGIAN = Set.of("no", "nn");

    private Languages() {}

    static Locale of(HttpServletRequest request) {
        Stream<Locale> chosen = Cookies.value(request, WebContext.LANGUAGE_COOKIE).map(Locale::of).stream();
        return Stream.concat(chosen, Collections.list(request.getLocales()).stream())
                .map(Languages::ours)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    static Optional<Locale> ours(Locale wanted) {
        String code = NORWEGIAN.contains(wanted.getLanguage()) ? BOKMAL : wanted.getLanguage();
        return ALL.stream().filter(locale -> locale.getLanguage().equals(code)).findFirst();
    }
}
