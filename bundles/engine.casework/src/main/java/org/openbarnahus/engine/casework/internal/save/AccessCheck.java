// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.store.CaseTies;

/**
 * Gate 1. Whether the caller may do this to this very case, and to these fields of it; that there is such a permission at all
 * was asked before.
 */
record AccessCheck(CaseGate access) implements Gate {
    @Override
    public Outcome<Save> pass(Save save) {
        return switch (decision(save, save.caller())) {
            case Decision.Allowed allowed -> new FieldCheck(access).drafted(save);
            case Decision.Denied denied -> Outcome.refused(Problem.of(denied.code()));
        };
    }

    /** A case that is being opened belongs to whoever opens it; one that is there is judged as it is stored. */
    private Decision decision(Save save, Caller caller) {
        CaseFile file =
                save.draft().before().map(CaseHistory::file).orElse(save.draft().file());
        if (save.draft().before().isEmpty()) {
            return access.decide(
                    caller.session(),
                    caller.permission(),
                    file.service(),
                    "case",
                    file.id().toString());
        }
        return access.decide(
                caller.session(),
                caller.permission(),
                file,
                caller.today(),
                save.unit()
                        .map(unit -> CaseTies.of(unit, file.id(), caller.actor().user()))
                        .orElseGet(CaseTies::none));
    }
}
