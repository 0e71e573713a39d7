// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.cases;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.rest.api.internal.Json;
import org.openbarnahus.rest.api.internal.ProblemException;
import org.openbarnahus.rest.api.internal.Requests;
import org.openbarnahus.sdk.fuzz.Claim;
import org.openbarnahus.sdk.fuzz.Input;

/** Parameters and headers of a request: refused with problems, or read to the same query every time. */
public final class QueryFuzz {
    private QueryFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Input input = new Input(data);
        boolean headers = input.choice(2) == 1;
        HttpServletRequest request = request(input.text(), headers);
        try {
            if (headers) {
                Claim.that(Requests.expectedVersion(request) >= 0, "a version is no negative number");
                Claim.that(!Requests.key(request, Json.object()).value().isBlank(), "a key is something");
            } else {
                CaseQuery query = CaseQueries.of(request);
                Claim.same(query, CaseQueries.of(request), "the same query again");
            }
        } catch (ProblemException e) {
            Claim.that(!e.problems().isEmpty(), "a refusal has a reason");
        }
    }

    private static HttpServletRequest request(String text, boolean headers) {
        Map<String, String[]> values = values(text, headers ? "\n" : "&");
        return (HttpServletRequest) Proxy.newProxyInstance(
                QueryFuzz.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getParameterMap" -> values;
                    case "getParameterValues" -> values.get((String) arguments[0]);
                    case "getParameter", "getHeader" -> first(values, (String) arguments[0]);
                    case "getMethod" -> "POST";
                    case "getRequestURI" -> "/api/v1/cases";
                    default -> throw new AssertionError("not expected: " + method);
                });
    }

    private static @Nullable String first(Map<String, String[]> values, String name) {
        String[] found = values.get(name);
        return found == null ? null : found[0];
    }

    private static Map<String, String[]> values(String text, String separator) {
        Map<String, List<String>> values = new TreeMap<>();
        for (String pair : text.split(separator, -1)) {
            int equals = pair.indexOf('=');
            values.computeIfAbsent(equals < 0 ? pair : pair.substring(0, equals), name -> new ArrayList<>())
                    .add(equals < 0 ? "" : pair.substring(equals + 1));
        }
        Map<String, String[]> arrays = new TreeMap<>();
        values.forEach((name, all) -> arrays.put(name, all.toArray(String[]::new)));
        return arrays;
    }
}
