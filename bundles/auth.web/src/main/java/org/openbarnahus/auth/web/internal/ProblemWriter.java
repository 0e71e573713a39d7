// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.text.ErrorTexts;

/** A refusal before anything else is asked, as RFC 9457 problem+json in the reader's language. */
final class ProblemWriter {
    private ProblemWriter() {}

    static void write(HttpServletRequest request, HttpServletResponse response, int status, Problem problem)
            throws IOException {
        request.setAttribute(RefusalCounter.WHY, problem.code());
        Locale locale = Languages.of(request);
        String text = quoted(ErrorTexts.message(problem, locale));
        String body = "{\"type\":\"urn:openbarnahus:error:" + problem.code().number() + "\",\"code\":"
                + quoted(problem.code().name()) + ",\"status\":" + status + ",\"title\":" + text + ",\"detail\":" + text
                + ",\"fields\":[]}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setHeader("Content-Language", locale.toLanguageTag());
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
        response.flushBuffer();
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}
