// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.text.ErrorTexts;

/** What our pages share: language, parameters, and trouble with the database in words. */
abstract class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    private final boolean demo;

    PageServlet(boolean demo) {
        this.demo = demo;
    }

    final Page page(Texts texts) {
        return new Page(texts, demo);
    }

    /** Remembers a language that was just chosen, and speaks it. */
    static Texts texts(HttpServletRequest request, HttpServletResponse response) {
        Optional<Locale> chosen = Optional.ofNullable(request.getParameter("lang"))
                .map(Locale::of)
                .flatMap(Languages::ours);
        chosen.ifPresent(locale ->
                response.addCookie(Cookies.make(WebContext.LANGUAGE_COOKIE, locale.getLanguage(), YEAR_SECONDS)));
        return new Texts(chosen.orElseGet(() -> Languages.of(request)));
    }

    static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    static String alert(String text) {
        return "<p role=\"alert\">" + Texts.escape(text) + "</p>\n";
    }

    static String message(Problem problem, Texts texts) {
        return ErrorTexts.message(problem, texts.locale());
    }
}
