// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openbarnahus.auth.web.WebContext;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.query.SignedIn;
import org.openbarnahus.core.service.text.ErrorTexts;
import org.osgi.framework.BundleContext;

/** What our pages share: language, parameters, and trouble with the database in words. */
abstract class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    private final boolean demo;

    PageServlet(boolean demo) {
        this.demo = demo;
    }

    /** Whether the product that we are part of is a demonstration. */
    static boolean isDemo(BundleContext context) {
        return Boolean.parseBoolean(context.getProperty("openbarnahus.demo"));
    }

    /** A form that a page of ours was not asked for changes nothing. */
    @Override
    protected final void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Texts texts = texts(request, response);
        if (FormGuard.passes(request)) {
            sent(request, response, texts);
        } else {
            page(request, response, 403, alert(texts.get("sign-in.expired")), Map.of());
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        page(request, response, 200, "", Map.of());
    }

    /** What a form from a page of ours asks for. */
    abstract void sent(HttpServletRequest request, HttpServletResponse response, Texts texts) throws IOException;

    /**
     * Shows the page.
     *
     * @param above what is said first, as HTML
     * @param errors by the names of the fields
     */
    abstract void page(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String above,
            Map<String, String> errors)
            throws IOException;

    final boolean demo() {
        return demo;
    }

    final Page page(Texts texts) {
        return new Page(texts, demo, behindSignIn());
    }

    /** Whether only somebody who is signed in sees this page. */
    boolean behindSignIn() {
        return false;
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

    /** Gives the browser its session and goes where somebody wanted to go; whose other session ended is told so. */
    final void begin(
            HttpServletRequest request,
            HttpServletResponse response,
            SessionService sessions,
            SignedIn signedIn,
            String wanted)
            throws IOException {
        WebSession.start(request, response, signedIn, sessions);
        String target = SignInServlet.target(wanted);
        if (!signedIn.tookOver()) {
            response.sendRedirect(target);
            return;
        }
        Texts texts = texts(request, response);
        String main = alert(texts.get("took-over")) + "<a class=\"button\" href=\"" + Texts.escape(target) + "\">"
                + texts.html("signed-in.go") + "</a>\n<p class=\"note\"><a href=\"" + WebContext.ACCOUNT + "\">"
                + texts.html("account.title") + "</a></p>\n";
        new Page(texts, demo, true).send(response, 200, "", "signed-in.title", main);
    }

    static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    /** The living session; there is always one on a page that is not public. */
    static Optional<Session> session(HttpServletRequest request) {
        return WebSession.of(request);
    }

    static String form(HttpServletRequest request, HttpServletResponse response, String path, String fields) {
        return "<form method=\"post\" action=\"" + path + "\">\n" + FormGuard.input(request, response) + fields
                + "</form>\n";
    }

    static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + Texts.escape(value) + "\">\n";
    }

    static String button(Texts texts, String key) {
        return "<button type=\"submit\">" + texts.html(key) + "</button>\n";
    }

    /** Status of a refusal that a page shows. */
    static int status(Problem problem) {
        return switch (problem.code()) {
            case THROTTLED -> 429;
            case BUSY, STORE_UNAVAILABLE -> 503;
            case SIGN_IN_FAILED, SIGNED_OUT -> 401;
            case STEP_UP_REQUIRED, DENIED -> 403;
            default -> 422;
        };
    }

    static void retryAfter(HttpServletResponse response, Problem problem) {
        String seconds = problem.arguments().get("seconds");
        if (seconds != null) {
            response.setHeader("Retry-After", seconds);
        }
    }

    static String alert(String text) {
        return "<p role=\"alert\">" + Texts.escape(text) + "</p>\n";
    }

    static String message(Problem problem, Texts texts) {
        return ErrorTexts.message(problem, texts.locale());
    }
}
