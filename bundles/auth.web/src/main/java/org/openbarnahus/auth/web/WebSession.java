// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.query.SignedIn;

/** Who sends a request, for pages and REST; the guarded context has found it out before a servlet is asked. */
public final class WebSession {
    /** Cookie that holds the session's secret. {@code __Host-}: the browser sends it to this very host only. */
    public static final String COOKIE = "__Host-session";
    /** Header that a write under the cookie carries. */
    public static final String CSRF_HEADER = "X-CSRF-Token";
    /** Request attribute with the {@link Session}. */
    public static final String ATTRIBUTE = "org.openbarnahus.session";

    private WebSession() {}

    public static Optional<Session> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Session session ? Optional.of(session) : Optional.empty();
    }

    /**
     * Gives the browser its session. Whatever an earlier person left in the server's memory for this browser ends, and so does
     * a session that is still living behind its cookie: nobody could end that one any more once the cookie is another.
     *
     * @param sessions where the earlier one is signed out
     * @return the token that writes must carry in {@link #CSRF_HEADER}
     */
    public static String start(
            HttpServletRequest request, HttpServletResponse response, SignedIn signedIn, SessionService sessions) {
        of(request)
                .filter(earlier -> !earlier.id().equals(signedIn.session().id()))
                .ifPresent(sessions::signOut);
        endContainerSession(request);
        response.addCookie(cookie(signedIn.secret(), -1));
        request.setAttribute(ATTRIBUTE, signedIn.session());
        return csrfToken(signedIn.secret());
    }

    /** Takes the cookie away and wipes what the browser keeps; the caller has ended the session itself. */
    public static void end(HttpServletRequest request, HttpServletResponse response) {
        endContainerSession(request);
        response.addCookie(cookie("", 0));
        response.setHeader("Clear-Site-Data", "\"storage\"");
        request.removeAttribute(ATTRIBUTE);
    }

    /** Derived from the session's secret, so that nothing need be stored and a stolen token opens nothing. */
    public static String csrfToken(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "RAW"));
            byte[] token = mac.doFinal("csrf".getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cookie cookie(String value, int maxAge) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setPath("/");
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        cookie.setMaxAge(maxAge);
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }

    private static void endContainerSession(HttpServletRequest request) {
        HttpSession container = request.getSession(false);
        if (container != null) {
            container.invalidate();
        }
    }
}
