// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.TreeMap;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.osgi.service.component.annotations.Component;

/** Counts, in memory and by reason, the requests that are refused before anybody asks who sends them. */
@Component(service = RefusalCounter.class)
public final class RefusalCounter {
    /** Attribute of a request that was answered with a problem here: its {@link ErrorCode}. */
    static final String WHY = "org.openbarnahus.refused";

    private static final int TOO_MANY_REQUESTS = 429;
    private static final Map<ErrorCode, String> WORDS = Map.of(
            ErrorCode.CSRF, "cross-site",
            ErrorCode.METHOD_NOT_ALLOWED, "method",
            ErrorCode.MALFORMED, "malformed",
            ErrorCode.BODY_TOO_LARGE, "too-large",
            ErrorCode.TOO_FAST, "too-fast");

    @GuardedBy("counts")
    private final Map<String, Long> counts = new TreeMap<>();

    /** Of a request that has been answered. */
    void answered(HttpServletRequest request, int status) {
        String word = status == TOO_MANY_REQUESTS
                ? WORDS.get(ErrorCode.TOO_FAST)
                : request.getAttribute(WHY) instanceof ErrorCode code ? WORDS.get(code) : null;
        if (word != null) {
            synchronized (counts) {
                counts.merge(word, 1L, Long::sum);
            }
        }
    }

    Map<String, Long> counts() {
        synchronized (counts) {
            return new TreeMap<>(counts);
        }
    }

    /** Takes off what has been told. */
    void told(Map<String, Long> these) {
        synchronized (counts) {
            these.forEach((word, count) -> counts.computeIfPresent(word, (w, now) -> now > count ? now - count : null));
        }
    }
}
