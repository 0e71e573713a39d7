// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.security.Session;

/** Whether another site may have made the browser send a request. */
final class CrossSite {
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private CrossSite() {}

    static boolean writes(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod());
    }

    /** What the browser itself says: neither header can be set by a page. A program sends none of them. */
    static boolean foreign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        // Sec-Fetch-Site is the better witness: under our no-referrer policy a browser sends "Origin: null" with our
        // own forms
        return site != null ? !OURS.contains(site) : origin != null && !origin.equals(own(request));
    }

    private static String own(HttpServletRequest request) {
        int port = request.getServerPort();
        return "https://" + request.getServerName() + (port == 443 ? "" : ":" + port);
    }

    static boolean tokenRight(HttpServletRequest request, Session session) {
        return same(WebSession.csrfToken(session), request.getHeader(WebSession.CSRF_HEADER));
    }

    static boolean same(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
