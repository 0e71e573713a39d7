// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.service.gate.AccessGate;

/** Gate 1. Whether the caller may do this to this very case; that there is such a permission at all was asked before. */
record AccessCheck(AccessGate access) implements Gate {
    @Override
    public Outcome<Save> pass(Save save) {
        CaseFile file = save.draft().file();
        Caller caller = save.caller();
        return switch (access.decide(
                caller.session(),
                caller.permission(),
                file.service(),
                "case",
                file.id().toString())) {
            case Decision.Allowed allowed -> Outcome.done(save);
            case Decision.Denied denied -> Outcome.refused(Problem.of(denied.code()));
        };
    }
}
