// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.openbarnahus.auth.web.WebSession;

/**
 * Keeps other sites from signing somebody in: a form that is sent before there is a session carries a token that is derived
 * from a random cookie, which only this host can have set.
 */
final class FormGuard {
    static final String COOKIE = "__Host-form";
    static final String FIELD = "token";
    private static final int SECRET_CHARS = 22;
    private static final SecureRandom RANDOM = new SecureRandom();

    private FormGuard() {}

    /** Hidden input for a form; sets the cookie if the browser has none. */
    static String input(HttpServletRequest request, HttpServletResponse response) {
        String secret = Cookies.value(request, COOKIE)
                .filter(value -> value.length() == SECRET_CHARS)
                .orElseGet(() -> fresh(request, response));
        return "<input type=\"hidden\" name=\"" + FIELD + "\" value=\"" + WebSession.formToken(secret) + "\">\n";
    }

    static boolean passes(HttpServletRequest request) {
        Optional<String> secret = Cookies.value(request, COOKIE);
        return !CrossSite.foreign(request)
                && secret.isPresent()
                && CrossSite.same(WebSession.formToken(secret.get()), request.getParameter(FIELD));
    }

    /** One for all forms of a page: the browser keeps the last cookie only. */
    private static String fresh(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(COOKIE) instanceof String given) {
            return given;
        }
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        response.addCookie(Cookies.make(COOKIE, secret, -1));
        request.setAttribute(COOKIE, secret);
        return secret;
    }
}
