// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.people;

import java.util.HashSet;
import java.util.Set;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.rest.api.internal.ProblemException;
import org.openbarnahus.rest.api.internal.Requests;
import tools.jackson.databind.JsonNode;

/** Parts of request bodies; what is missing or has the wrong form is refused at its path. */
final class Bodies {
    private static final int LONGEST = 256;

    private Bodies() {}

    static String text(JsonNode body, String name) {
        return text(body, name, LONGEST);
    }

    static String text(JsonNode body, String name, int longest) {
        JsonNode node = body.path(name);
        if (!node.isString() || node.stringValue().length() > longest) {
            throw new ProblemException(Problem.at(ErrorCode.REQUIRED, "/" + name));
        }
        return node.stringValue();
    }

    /** A text that cannot be the number of a case is that of none. */
    static CaseNumber number(JsonNode body, String name) {
        try {
            return new CaseNumber(text(body, name));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.at(ErrorCode.NOT_FOUND, "/" + name));
        }
    }

    /** The value of an outcome; a refusal names places of the body. */
    static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Refused<T> refused) {
            throw new ProblemException(refused.problems().stream()
                    .map(p -> p.path().isEmpty() ? p : new Problem(p.code(), "/" + p.path(), p.arguments()))
                    .toList());
        }
        return Requests.done(outcome);
    }

    static Set<Role> roles(JsonNode body) {
        Set<Role> roles = new HashSet<>();
        for (JsonNode each : body.path("roles")) {
            roles.add(Role.ofCode(each.asString(""))
                    .orElseThrow(() -> new ProblemException(Problem.at(ErrorCode.UNKNOWN_CODE, "/roles"))));
        }
        return roles;
    }
}
