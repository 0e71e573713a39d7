// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.query.SignedIn;

/** Who sends a request, for pages and REST; the guarded context has found it out before a servlet is asked. */
public final class WebSession {
    /** Cookie that holds the session's secret. {@code __Host-}: the browser sends it to this very host only. */
    public static final String COOKIE = "__Host-session";
    /** Cookie by which a browser is known again for accounts that were used in it; opens nothing and names nobody. */
    public static final String BROWSER_COOKIE = "__Host-browser";
    /** Header that a write under the cookie carries. */
    public static final String CSRF_HEADER = "X-CSRF-Token";
    /** Request attribute with the {@link Session}. */
    public static final String ATTRIBUTE = "org.openbarnahus.session";

    /** As long as browsers keep a cookie at most. */
    private static final int BROWSER_SECONDS = 400 * 24 * 3600;

    private static final byte[] KEY = new byte[32];

    static {
        new SecureRandom().nextBytes(KEY);
    }

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
        String known =
                sessions.recognise(signedIn.session(), held(request), BrowserName.of(request.getHeader("User-Agent")));
        if (!known.isEmpty()) {
            response.addCookie(cookie(BROWSER_COOKIE, known, BROWSER_SECONDS));
        }
        return renew(request, response, signedIn);
    }

    /**
     * The session goes on under another secret, after a fresh second factor: open pages stay as they are, and so does the token.
     * What this request still does it does under the new one.
     *
     * @return the token that writes must carry in {@link #CSRF_HEADER}
     */
    public static String renew(HttpServletRequest request, HttpServletResponse response, SignedIn signedIn) {
        request.setAttribute(ATTRIBUTE, signedIn.session());
        response.addCookie(cookie(COOKIE, signedIn.secret(), -1));
        return csrfToken(signedIn.session());
    }

    /** Takes the cookie away and wipes what the browser keeps; the caller has ended the session itself. */
    public static void end(HttpServletRequest request, HttpServletResponse response) {
        endContainerSession(request);
        response.addCookie(cookie(COOKIE, "", 0));
        response.setHeader("Clear-Site-Data", "\"storage\"");
        request.removeAttribute(ATTRIBUTE);
    }

    /**
     * Of the session and not of its secret, which changes with every fresh second factor. Sessions and the key end together, with
     * the process, so that nothing need be stored; a stolen token opens nothing.
     */
    public static String csrfToken(Session session) {
        return mac(KEY, session.id());
    }

    /** Of a random text that one browser holds. */
    public static String formToken(String secret) {
        return mac(secret.getBytes(StandardCharsets.UTF_8), "form");
    }

    private static String mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "RAW"));
            byte[] token = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing when it is there twice: one of them may have been planted. */
    private static String held(HttpServletRequest request) {
        Cookie @Nullable [] cookies = request.getCookies();
        List<String> found = cookies == null
                ? List.of()
                : Stream.of(cookies)
                        .filter(each -> each.getName().equals(BROWSER_COOKIE))
                        .map(Cookie::getValue)
                        .toList();
        return found.size() == 1 ? found.getFirst() : "";
    }

    private static Cookie cookie(String name, String value, int maxAge) {
        Cookie cookie = new Cookie(name, value);
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
