// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbarnahus.auth.web.WebSession;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.RequestKey;
import tools.jackson.databind.JsonNode;

/** What every resource asks of a request: who calls, under which key, changing which version. */
public final class Requests {
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");
    private static final String KEY_HEADER = "Idempotency-Key";

    private Requests() {}

    /** The caller's session; the guarded context has turned everybody else away before. */
    public static Session session(HttpServletRequest request) {
        return WebSession.of(request).orElseThrow(() -> new ProblemException(Problem.of(ErrorCode.SIGNED_OUT)));
    }

    public static Locale locale(HttpHeaders headers) {
        return Languages.of(headers);
    }

    /** The value of an outcome, or its refusal as problem+json. */
    public static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T> done -> done.value();
            case Outcome.Refused<T> refused -> throw new ProblemException(refused.problems());
        };
    }

    /** Key of a POST: required, and bound to address and content, so that a repeat is the same request or none. */
    public static RequestKey key(HttpServletRequest request, JsonNode body) {
        String value = Optional.ofNullable(request.getHeader(KEY_HEADER)).orElse("");
        try {
            return new RequestKey(value, fingerprint(request, body));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.of(ErrorCode.REQUEST_KEY_REQUIRED));
        }
    }

    /** Key of a PUT, PATCH or DELETE: optional, since the version already makes it safe to repeat. */
    public static RequestKey optionalKey(HttpServletRequest request, JsonNode body) {
        return request.getHeader(KEY_HEADER) == null ? RequestKey.fresh() : key(request, body);
    }

    /** The version named by If-Match. */
    public static long expectedVersion(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null) {
            throw new ProblemException(Problem.of(ErrorCode.VERSION_REQUIRED));
        }
        Matcher matcher = ETAG.matcher(header.strip());
        if (!matcher.matches()) {
            throw new ProblemException(Problem.of(ErrorCode.STALE));
        }
        return Long.parseLong(matcher.group(1));
    }

    public static String etag(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /** An id in an address; one that cannot be an id is simply not found. */
    public static <T> T id(String text, java.util.function.Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.of(ErrorCode.NOT_FOUND));
        }
    }

    /** Refuses parameters that nobody reads: a misspelt filter must not silently give everything. */
    public static void onlyParameters(HttpServletRequest request, Set<String> known) {
        List<Problem> unknown = request.getParameterMap().keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> Problem.at(ErrorCode.UNKNOWN_PARAMETER, "", "name", printable(name)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ProblemException(unknown);
        }
        eachOnce(request, known);
    }

    /** Refuses parameters that are there twice: two readers could take different ones. */
    public static void eachOnce(HttpServletRequest request, Set<String> known) {
        for (String name : known) {
            String[] values = request.getParameterValues(name);
            if (values != null && values.length > 1) {
                throw new ProblemException(Problem.at(ErrorCode.MALFORMED, "", "detail", name + " twice"));
            }
        }
    }

    /** A name from outside as it may stand in a message. */
    static String printable(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9_.\\-]", "?");
        return safe.length() > 64 ? safe.substring(0, 64) : safe;
    }

    private static String fingerprint(HttpServletRequest request, JsonNode body) {
        String content = request.getMethod() + ' ' + request.getRequestURI() + '\n' + body;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
