// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** What an open page asks for, told from the request alone. */
final class OpenPage {
    /** Where open pages wait for news. */
    private static final String PUSH = "/VAADIN/push";

    private OpenPage() {}

    /**
     * Where pages wait, and take their leave, without a body. Flow would take clicks there as well, as many at once as somebody
     * likes; its pages never send any.
     */
    static boolean waits(HttpServletRequest request) {
        return request.getRequestURI().equals(PUSH);
    }

    /** Heartbeat, push and reports are sent by an open page, not by a person. */
    static boolean selfMade(HttpServletRequest request) {
        return request.getRequestURI().equals(PolicyReportServlet.PATH)
                || heartbeat(request)
                || waits(request)
                        && request.getMethod().equals("GET")
                        && asked(request).equals("push");
    }

    /** What an open page wants, in Flow's words: empty if it says nothing, or several things. */
    static String asked(HttpServletRequest request) {
        String query = request.getQueryString();
        List<String> kinds = Legible.query(query) ? Fields.of(query).getOrDefault("v-r", List.of()) : List.of();
        return kinds.size() == 1 ? kinds.getFirst() : "";
    }

    /** What a page asks for because somebody did something in it. */
    static boolean clicked(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI().equals("/")
                && request.getMethod().equals("POST")
                && query != null
                && query.contains("v-r=uidl");
    }

    /** Carries nothing; Flow would take a refusal for the end of the session. */
    static boolean heartbeat(HttpServletRequest request) {
        return request.getRequestURI().equals("/") && asked(request).equals("heartbeat");
    }
}
