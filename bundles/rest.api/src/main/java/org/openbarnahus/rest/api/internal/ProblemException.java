// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal;

import java.util.List;
import org.openbarnahus.core.model.outcome.Problem;

/** Leaves a resource with a refusal that the caller can mend; becomes problem+json. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ProblemException(List<Problem> problems) {
        super("refused", null, false, false);
        this.problems = List.copyOf(problems);
    }

    public ProblemException(Problem problem) {
        this(List.of(problem));
    }

    public List<Problem> problems() {
        return problems;
    }
}
