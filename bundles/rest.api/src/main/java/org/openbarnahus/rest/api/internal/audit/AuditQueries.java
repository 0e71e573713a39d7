// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.query.AuditQuery;
import org.openbarnahus.rest.api.internal.ProblemException;
import org.openbarnahus.rest.api.internal.Requests;

/** Reads the parameters of the audit trail: known names and codes only. */
final class AuditQueries {
    private static final Set<String> NAMES =
            Set.of("case", "person", "kind", "result", "from", "until", "limit", "cursor");
    private static final int DEFAULT_LIMIT = 50;
    private static final int LONGEST = 64;

    private AuditQueries() {}

    static AuditQuery of(HttpServletRequest request) {
        Requests.onlyParameters(request, NAMES);
        long limit = number(request, "limit", DEFAULT_LIMIT);
        if (limit < 1 || limit > AuditQuery.MAX_LIMIT) {
            throw wrong("limit");
        }
        return new AuditQuery(
                text(request, "case"),
                text(request, "person"),
                codes(request, "kind", AuditEntry.Action.class),
                codes(request, "result", AuditEntry.Result.class),
                time(request, "from"),
                time(request, "until"),
                number(request, "cursor", 0),
                (int) limit);
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String text(HttpServletRequest request, String name) {
        String value =
                Optional.ofNullable(request.getParameter(name)).orElse("").strip();
        if (value.length() > LONGEST) {
            throw wrong(name);
        }
        return value;
    }

    private static <E extends Enum<E>> Set<E> codes(HttpServletRequest request, String name, Class<E> type) {
        Set<E> codes = new HashSet<>();
        String text = text(request, name);
        for (String code : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            try {
                codes.add(Enum.valueOf(type, code.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw wrong(name);
            }
        }
        return codes;
    }

    /** Between the years 1 and 9999, which every database can compare. */
    private static Optional<Instant> time(HttpServletRequest request, String name) {
        String text = text(request, name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("[1-9]\\d{3}-.*")) {
            throw wrong(name);
        }
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw wrong(name);
        }
    }

    private static long number(HttpServletRequest request, String name, long otherwise) {
        String text = text(request, name);
        if (!text.isEmpty() && !text.matches("\\d{1,18}")) {
            throw wrong(name);
        }
        return text.isEmpty() ? otherwise : Long.parseLong(text);
    }

    private static ProblemException wrong(String name) {
        return new ProblemException(Problem.at(ErrorCode.MALFORMED, name, "detail", name));
    }
}
