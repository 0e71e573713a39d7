// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request can be read at all. What cannot is refused at the door: further in, each library has its own way of failing
 * over it, and some write it into the log, which nobody outside may fill.
 */
final class Legible {
    private static final List<String> OF_A_CONNECTION =
            List.of("Connection", "Keep-Alive", "Proxy-Connection", "Transfer-Encoding", "Upgrade");
    private static final int HEX = 16;
    private static final String FORM = "application/x-www-form-urlencoded";

    private Legible() {}

    /** The part that cannot be read. */
    static Optional<String> not(HttpServletRequest request) {
        if (request.getProtocol().equals("HTTP/2.0") && framed(request)) {
            return Optional.of("fields of a connection");
        }
        if (!query(request.getQueryString())) {
            return Optional.of("query");
        }
        return charset(request.getCharacterEncoding()) ? Optional.empty() : Optional.of("charset");
    }

    /**
     * Whether a message over HTTP/2 has fields that belong to a connection of HTTP/1: malformed (RFC 9113, 8.2.2), and the way in
     * for a second message where something in between writes it down as HTTP/1 (Jetty 12.1.14 lets some of them through).
     */
    private static boolean framed(HttpServletRequest request) {
        String te = request.getHeader("TE");
        return te != null && !te.equalsIgnoreCase("trailers")
                || OF_A_CONNECTION.stream().anyMatch(name -> request.getHeader(name) != null);
    }

    /** Whether the body is sent as a form. */
    static boolean asForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.toLowerCase(Locale.ROOT).startsWith(FORM)
                && (request.getMethod().equals("POST") || request.getMethod().equals("PUT"));
    }

    /** Whether what is sent as a form is one. It is asked only when all else is well: this takes the body off the wire. */
    static boolean form(LimitedRequest request) {
        if (!asForm(request)) {
            return true;
        }
        try {
            request.getParameterMap();
            return true;
        } catch (IllegalArgumentException | UncheckedIOException e) {
            // too many fields, too long, not in UTF-8, too slow, or broken off
            return false;
        }
    }

    /** Percent signs are followed by two hexadecimal digits, and all of it is UTF-8. */
    static boolean query(@Nullable String query) {
        if (query == null || query.indexOf('%') < 0) {
            return true;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(query.length());
        for (int at = 0; at < query.length(); at++) {
            char sign = query.charAt(at);
            if (sign != '%') {
                bytes.writeBytes(Character.toString(sign).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            int high = at + 2 < query.length() ? Character.digit(query.charAt(at + 1), HEX) : -1;
            int low = at + 2 < query.length() ? Character.digit(query.charAt(at + 2), HEX) : -1;
            if (high < 0 || low < 0) {
                return false;
            }
            bytes.write(high * HEX + low);
            at += 2;
        }
        return utf8(bytes.toByteArray());
    }

    private static boolean utf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean charset(@Nullable String name) {
        try {
            return name == null || Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
