// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/** Reading and making cookies; all are for this host only, over TLS only, and not for scripts. */
final class Cookies {
    private Cookies() {}

    /** Nothing when it is there twice: one of them may have been planted. */
    static Optional<String> value(HttpServletRequest request, String name) {
        Cookie[] all = request.getCookies();
        if (all == null) {
            return Optional.empty();
        }
        Cookie[] found =
                Stream.of(all).filter(cookie -> cookie.getName().equals(name)).toArray(Cookie[]::new);
        return found.length == 1 ? Optional.ofNullable(found[0].getValue()) : Optional.empty();
    }

    /**
     * @param maxAge in seconds, -1 until the browser is closed
     */
    static Cookie make(String name, String value, int maxAge) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        cookie.setMaxAge(maxAge);
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }

    /** As {@link #make}, and sent also when another site leads here: for coming back from a provider, and nothing else. */
    static Cookie returning(String name, String value, int maxAge) {
        Cookie cookie = make(name, value, maxAge);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
