// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.people;

import java.util.HashSet;
import java.util.Set;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.rest.api.internal.ProblemException;
import tools.jackson.databind.JsonNode;

/** Parts of request bodies; what is missing or has the wrong form is refused at its path. */
final class Bodies {
    private static final int LONGEST = 256;

    private Bodies() {}

    static String text(JsonNode body, String name) {
        JsonNode node = body.path(name);
        if (!node.isString() || node.stringValue().length() > LONGEST) {
            throw new ProblemException(Problem.at(ErrorCode.REQUIRED, "/" + name));
        }
        return node.stringValue();
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
