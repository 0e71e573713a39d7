// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import org.openbarnahus.core.model.outcome.Outcome;

/**
 * Ends a transaction without a trace and carries the answer out of it: a refusal, or what was answered to the same request
 * before. Never leaves this package.
 */
final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Outcome<?> answer;

    Stopped(Outcome<?> answer) {
        super("nothing to write", null, false, false);
        this.answer = answer;
    }

    Outcome<?> answer() {
        return answer;
    }
}
