// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.store.TenantStore;

/**
 * What is said of a case that is not there because it was erased: one rule for everything that is asked about a case, so that
 * no way in tells less, or more, than another.
 */
public record Erased(CaseGate access, TenantStore store) {
    /** The answer as it may be given: whoever knew all cases of the house learns that this one was erased, nobody else does. */
    public <T> Outcome<T> told(Caller caller, CaseId id, Outcome<T> answer) {
        return notFound(answer) && knewAll(caller) && store.read(caller.service(), unit -> unit.erased(id))
                ? Outcome.refused(Problem.of(ErrorCode.CASE_ERASED))
                : answer;
    }

    private boolean knewAll(Caller caller) {
        return access.reach(caller.session(), caller.permission(), caller.today())
                .whole();
    }

    private static boolean notFound(Outcome<?> answer) {
        return answer instanceof Outcome.Refused<?> refused
                && refused.problems().getFirst().code() == ErrorCode.NOT_FOUND;
    }
}
