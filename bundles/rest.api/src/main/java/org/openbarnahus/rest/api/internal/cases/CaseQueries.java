// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.query.CaseQuery.Sort;
import org.openbarnahus.rest.api.internal.ProblemException;
import org.openbarnahus.rest.api.internal.Requests;

/** Reads the list's parameters: known names only, sort columns from a fixed list. */
final class CaseQueries {
    private static final Set<FieldId> FILTERS = Set.of(
            CoreField.INITIATED_BY,
            CoreField.CHILD_ROLE,
            CoreField.SEX,
            CoreField.MUNICIPALITY,
            CoreField.ONLINE_ELEMENT,
            CoreField.SUSPICION);
    private static final Map<String, Sort> SORTS = Map.of(
            "number", Sort.NUMBER,
            "case_date", Sort.CASE_DATE,
            "changed", Sort.CHANGED,
            "next_due", Sort.NEXT_DUE);
    private static final Set<String> STATES = Set.of("referred", "open", "closed");
    private static final int DEFAULT_LIMIT = 50;

    private CaseQueries() {}

    static CaseQuery of(HttpServletRequest request) {
        Requests.onlyParameters(request, names());
        String sort = parameter(request, "sort").orElse("-changed");
        boolean descending = sort.startsWith("-");
        Sort column = SORTS.get(descending ? sort.substring(1) : sort);
        if (column == null) {
            throw wrong("sort");
        }
        Set<String> states = values(request, "state");
        if (!STATES.containsAll(states)) {
            throw wrong("state");
        }
        String search = parameter(request, "search").orElse("");
        if (search.length() > 64) {
            throw wrong("search");
        }
        return new CaseQuery(search, states, codes(request), column, descending, offset(request), limit(request));
    }

    /** An opaque place to go on from. */
    static String cursor(int offset) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("o" + offset).getBytes(StandardCharsets.US_ASCII));
    }

    private static Map<FieldId, Set<String>> codes(HttpServletRequest request) {
        Map<FieldId, Set<String>> codes = new TreeMap<>();
        for (FieldId field : FILTERS) {
            Set<String> wanted = values(request, field.value());
            if (!wanted.isEmpty()) {
                codes.put(field, wanted);
            }
        }
        return codes;
    }

    private static int limit(HttpServletRequest request) {
        int limit = number(parameter(request, "limit").orElse(Integer.toString(DEFAULT_LIMIT)), "limit");
        if (limit < 1 || limit > CaseQuery.MAX_LIMIT) {
            throw wrong("limit");
        }
        return limit;
    }

    private static int offset(HttpServletRequest request) {
        Optional<String> cursor = parameter(request, "cursor");
        if (cursor.isEmpty()) {
            return 0;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor.get()), StandardCharsets.US_ASCII);
            if (text.startsWith("o")) {
                return number(text.substring(1), "cursor");
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw wrong("cursor");
    }

    private static int number(String text, String name) {
        if (!text.matches("\\d{1,9}")) {
            throw wrong(name);
        }
        return Integer.parseInt(text);
    }

    private static Set<String> values(HttpServletRequest request, String name) {
        String @Nullable [] values = request.getParameterValues(name);
        return values == null
                ? Set.of()
                : new TreeSet<>(List.of(String.join(",", values).split(",")));
    }

    private static Optional<String> parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name));
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(Set.of("sort", "state", "search", "limit", "cursor"));
        FILTERS.forEach(f -> names.add(f.value()));
        return names;
    }

    private static ProblemException wrong(String name) {
        return new ProblemException(Problem.at(ErrorCode.MALFORMED, name, "detail", name));
    }
}
