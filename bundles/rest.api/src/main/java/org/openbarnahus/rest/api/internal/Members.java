// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.rest.api.Body;
import tools.jackson.databind.JsonNode;

/** Refuses what a body holds and its resource does not know: for all resources here, so that none can forget it. */
final class Members {
    private static final int TOLD = 10;

    private Members() {}

    /**
     * @param annotations of the parameter that takes the body; with no {@link Body} among them nothing is taken, so that a
     *     resource which forgot to say what it knows is noticed at its first request
     */
    static void check(JsonNode body, Annotation[] annotations) {
        Body known = Stream.of(annotations)
                .filter(Body.class::isInstance)
                .map(Body.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a resource does not say what its body may hold"));
        if (!known.bySchema()) {
            check(body, Set.of(known.value()));
        }
    }

    static void check(JsonNode body, Set<String> known) {
        List<Problem> unknown = body.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .limit(TOLD)
                .map(name -> Problem.at(ErrorCode.UNKNOWN_FIELD, "/" + Requests.printable(name)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ProblemException(unknown);
        }
    }
}
