// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal.schema;

import java.util.List;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.JsonPlace;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;

/** Names places in a body as JSON Pointers (RFC 6901). */
public final class Pointers {
    private Pointers() {}

    public static String of(JsonPlace place) {
        return place.path().stream().map(Pointers::escape).collect(Collectors.joining("/", "/", ""));
    }

    /** The problems with their field ids turned into places of the body; other paths stay as they are. */
    public static List<Problem> inBody(List<Problem> problems, Scope scope) {
        return problems.stream().map(p -> inBody(p, scope)).toList();
    }

    private static Problem inBody(Problem problem, Scope scope) {
        boolean names = FieldId.isValid(problem.path())
                && !problem.path().equals("type")
                && !problem.path().equals("date");
        return names
                ? new Problem(problem.code(), of(JsonPlace.of(scope, FieldId.of(problem.path()))), problem.arguments())
                : problem;
    }

    static String escape(String member) {
        return member.replace("~", "~0").replace("/", "~1");
    }
}
