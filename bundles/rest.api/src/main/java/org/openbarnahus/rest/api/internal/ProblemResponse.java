// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.text.ErrorTexts;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A refusal as RFC 9457 problem+json. */
final class ProblemResponse {
    static final String TYPE = "application/problem+json";
    private static final int RETRY_SECONDS = 5;

    private ProblemResponse() {}

    static Response of(List<Problem> problems, Locale locale) {
        Problem first = problems.getFirst();
        int status = ProblemStatus.of(first.code());
        Response.ResponseBuilder response = Response.status(status)
                .type(TYPE)
                .header("Content-Language", locale.toLanguageTag())
                .entity(body(problems, locale, status));
        if (status == 503 || status == 429) {
            response.header("Retry-After", retryAfter(first));
        }
        return response.build();
    }

    private static String retryAfter(Problem problem) {
        String otherwise = problem.code() == ErrorCode.THROTTLED ? "60" : Integer.toString(RETRY_SECONDS);
        return problem.arguments().getOrDefault("seconds", otherwise);
    }

    private static ObjectNode body(List<Problem> problems, Locale locale, int status) {
        Problem first = problems.getFirst();
        ObjectNode body = Json.object();
        body.put("type", "urn:openbarnahus:error:" + first.code().number());
        body.put("code", first.code().name());
        body.put("status", status);
        body.put("title", ErrorTexts.message(first, locale));
        body.put("detail", detail(problems, locale));
        ArrayNode fields = body.putArray("fields");
        problems.stream()
                .filter(p -> !p.path().isEmpty())
                .forEach(p -> fields.addObject()
                        .put("path", p.path())
                        .put("code", p.code().name())
                        .put("detail", ErrorTexts.message(p, locale)));
        return body;
    }

    private static String detail(List<Problem> problems, Locale locale) {
        return problems.stream()
                .limit(10)
                .map(p -> (p.path().isEmpty() ? "" : p.path() + ": ") + ErrorTexts.message(p, locale))
                .collect(java.util.stream.Collectors.joining(" "));
    }
}
