// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.child.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.security.Session;

/** One request and what was answered; knows the methods that the servlet uses and refuses every other. */
final class Exchange {
    final String path;
    final Map<String, String[]> parameters = new TreeMap<>();
    final Map<String, Object> attributes = new HashMap<>();
    final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final StringWriter body = new StringWriter();
    final Map<String, Cookie> cookies = new TreeMap<>();
    Locale browser = Locale.ENGLISH;
    int status = 200;

    Exchange(String path) {
        this.path = path;
    }

    Exchange with(String name, String value) {
        parameters.put(name, new String[] {value});
        return this;
    }

    Exchange in(String language) {
        browser = Locale.of(language);
        return this;
    }

    Exchange signedInAs(Session session) {
        attributes.put(WebSession.ATTRIBUTE, session);
        return this;
    }

    String html() {
        return body.toString();
    }

    String header(String name) {
        return Objects.requireNonNull(headers.get(name), name);
    }

    Cookie cookie(String name) {
        return Objects.requireNonNull(cookies.get(name), name);
    }

    HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (name, a) -> switch (name) {
            case "getRequestURI" -> path;
            case "getParameter" ->
                parameters.containsKey((String) a[0]) ? parameters.get((String) a[0])[0] : null;
            case "getParameterMap" -> parameters;
            case "getAttribute" -> attributes.get((String) a[0]);
            case "removeAttribute" -> attributes.remove((String) a[0]);
            case "getCookies" -> null;
            case "getLocales" -> Collections.enumeration(List.of(browser));
            case "getSession" -> null;
            default -> throw new UnsupportedOperationException(name);
        });
    }

    HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (name, a) -> switch (name) {
            case "setStatus" -> {
                status = (int) a[0];
                yield null;
            }
            case "setHeader" -> headers.put((String) a[0], (String) a[1]);
            case "setContentType", "setCharacterEncoding" -> null;
            case "getWriter" -> new PrintWriter(body, true);
            case "addCookie" -> cookies.put(((Cookie) a[0]).getName(), (Cookie) a[0]);
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private interface Answer {
        @Nullable
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, a) -> answer.to(method.getName(), a)));
    }
}
