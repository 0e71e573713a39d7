// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.OutsideAccountService;
import org.openbarnahus.core.service.OutsideSessionService;

/** One exchange in memory: a request that is set up by hand and what was answered. Unknown calls fail loudly. */
final class Web {
    final Map<String, String> headers = new HashMap<>();
    final Map<String, String> parameters = new HashMap<>();
    final Map<String, Object> attributes = new HashMap<>();
    final List<Cookie> cookies = new ArrayList<>();
    final List<Cookie> given = new ArrayList<>();
    final Map<String, String> answered = new HashMap<>();
    final ByteArrayOutputStream body = new ByteArrayOutputStream();

    @Nullable
    Map<String, Object> container;

    boolean invalidated;
    String method = "GET";
    String uri;
    String remote = "192.0.2.1";
    String type = "";
    String protocol = "HTTP/1.1";

    @Nullable
    String query;

    @Nullable
    String charset;

    /** After what is sent there is more to come, and it does not. */
    boolean silent;

    byte[] sent = new byte[0];
    long length = -1;
    long taken;
    Locale locale = Locale.ENGLISH;
    int status = 200;

    @Nullable
    String redirect;

    Web(String method, String uri) {
        this.method = method;
        this.uri = uri;
    }

    /** No identity provider outside is configured. */
    static OutsideParts nothingOutside() {
        return new OutsideParts(proxy(OutsideAccountService.class, (name, arguments) -> {
            throw new AssertionError("not expected: " + name);
        }));
    }

    /** Nobody came in from outside. */
    static OutsideSessionService nobodyOutside() {
        return proxy(OutsideSessionService.class, (name, arguments) -> {
            if (name.equals("wayOut")) {
                return Optional.empty();
            }
            throw new AssertionError("not expected: " + name);
        });
    }

    Web cookie(String name, String value) {
        cookies.add(new Cookie(name, value));
        return this;
    }

    Web header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Web parameter(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    /** A header of the answer, empty when it has none. */
    String said(String header) {
        return answered.getOrDefault(header, "");
    }

    String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    Cookie givenCookie(String name) {
        return given.stream()
                .filter(c -> c.getName().equals(name))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (name, arguments) -> switch (name) {
            case "getMethod" -> method;
            case "getRequestURI" -> uri;
            case "getProtocol" -> protocol;
            case "getQueryString" -> query;
            case "getHeader" -> headers.get(arguments[0]);
            case "getParameterMap" -> parameterMap();
            case "getParameter" -> parameters.get(arguments[0]);
            case "getCookies" -> cookies.isEmpty() ? null : cookies.toArray(Cookie[]::new);
            case "getLocales" -> Collections.enumeration(List.of(locale));
            case "getServerName" -> "localhost";
            case "getServerPort" -> 8443;
            case "getRemoteAddr" -> remote;
            case "getHeaders" ->
                Collections.enumeration(
                        headers.containsKey(arguments[0])
                                ? List.of(headers.get(arguments[0]).split("\n"))
                                : List.of());
            case "getContentType" -> type.isEmpty() ? headers.get("Content-Type") : type;
            case "getContentLengthLong" -> length;
            case "getCharacterEncoding" -> charset;
            case "getInputStream" -> stream();
            case "getAttribute" -> attributes.get(arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "removeAttribute" -> attributes.remove(arguments[0]);
            case "getSession" -> container == null ? null : session(container);
            default -> throw new AssertionError("not expected: " + name);
        });
    }

    private Map<String, String[]> parameterMap() {
        return parameters.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new String[] {each.getValue()}));
    }

    HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (name, arguments) -> {
            switch (name) {
                case "setStatus" -> status = (int) arguments[0];
                case "setHeader" -> answered.put((String) arguments[0], (String) arguments[1]);
                case "setContentType" -> answered.put("Content-Type", (String) arguments[0]);
                case "addCookie" -> given.add((Cookie) arguments[0]);
                case "sendRedirect" -> {
                    redirect = (String) arguments[0];
                    status = 302;
                }
                case "setContentLength", "flushBuffer" -> {}
                case "resetBuffer" -> body.reset();
                case "isCommitted" -> {
                    return false;
                }
                case "getStatus" -> {
                    return status;
                }
                case "getOutputStream" -> {
                    return output();
                }
                default -> throw new AssertionError("not expected: " + name);
            }
            return null;
        });
    }

    private HttpSession session(Map<String, Object> attributes) {
        return proxy(HttpSession.class, (name, arguments) -> switch (name) {
            case "getAttribute" -> attributes.get(arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "invalidate" -> {
                container = null;
                invalidated = true;
                yield null;
            }
            default -> throw new AssertionError("not expected: " + name);
        });
    }

    private ServletInputStream stream() {
        ByteArrayInputStream in = new ByteArrayInputStream(sent);
        return new ServletInputStream() {
            @Override
            public int read() throws IOException {
                assertNotWaiting(in);
                taken += Math.min(1, in.available());
                return in.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                assertNotWaiting(in);
                int got = in.read(bytes, offset, length);
                taken += Math.max(0, got);
                return got;
            }

            @Override
            public boolean isFinished() {
                return !silent && in.available() == 0;
            }

            @Override
            public int available() {
                return in.available();
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new AssertionError("not expected");
            }
        };
    }

    private void assertNotWaiting(InputStream in) throws IOException {
        if (silent && in.available() == 0) {
            throw new AssertionError("waits for a silent client");
        }
    }

    private ServletOutputStream output() {
        return new ServletOutputStream() {
            @Override
            public void write(int b) {
                body.write(b);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new AssertionError("not expected");
            }
        };
    }

    private interface Calls {
        @Nullable
        Object answer(String name, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                Web.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> calls.answer(method.getName(), arguments)));
    }
}
