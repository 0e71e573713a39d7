// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.shell.internal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.ui.kit.text.TextCatalog;

/** Which language a browser reads in: the one chosen there before, else the first it asks for that we have. */
final class Languages {
    static final String COOKIE = WebContext.LANGUAGE_COOKIE;
    private static final Set<String> NORWEGIAN = Set.of("no", "nn");
    private static final int YEAR = 365 * 24 * 3600;

    private Languages() {}

    static Locale choose(TextCatalog catalog, VaadinRequest request) {
        List<Locale> ours = catalog.languages();
        return Stream.concat(chosen(request.getCookies()).stream(), Collections.list(request.getLocales()).stream())
                .flatMap(wanted -> readableBy(wanted.getLanguage()))
                .map(wanted -> ours.stream()
                        .filter(l -> l.getLanguage().equals(wanted))
                        .findFirst())
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** Browsers in Norway may ask for Norwegian of no named form, or for Nynorsk, whose readers read Bokmål too. */
    private static Stream<String> readableBy(String language) {
        return NORWEGIAN.contains(language) ? Stream.of(language, "nb") : Stream.of(language);
    }

    private static Optional<Locale> chosen(Cookie @Nullable [] cookies) {
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .filter(Objects::nonNull)
                        .map(Locale::of)
                        .findFirst();
    }

    /** Speaks the language in all tabs of the browser's session, and remembers it for the next time. */
    static void speak(UI ui, Locale locale) {
        ui.getSession().setLocale(locale);
        VaadinResponse response = VaadinResponse.getCurrent();
        if (response != null) {
            Cookie cookie = new Cookie(COOKIE, locale.getLanguage());
            cookie.setPath("/");
            cookie.setMaxAge(YEAR);
            cookie.setSecure(true);
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", "Strict");
            response.addCookie(cookie);
        }
    }
}
