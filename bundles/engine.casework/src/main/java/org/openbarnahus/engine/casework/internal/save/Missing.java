// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;

/**
 * What is said of a case that is not there, and what is written down: one rule for everything that is asked about a case, so
 * that no way in tells less, or more, than another, and nobody tries the cases of other houses unseen.
 */
public record Missing(CaseGate access, TenantStore store, SiteStore site) {
    private static final String TYPE = "case";

    /** The answer as it may be given: whoever knew all cases of the house learns that this one was erased, nobody else does. */
    public <T> Outcome<T> told(Caller caller, CaseId id, Outcome<T> answer) {
        if (!notFound(answer)) {
            return answer;
        }
        if (store.read(caller.service(), unit -> unit.erased(id))) {
            // an old bookmark is no alarm
            site.audit(caller.wasRefused(action(caller), TYPE, id.toString(), "erased"));
            return knewAll(caller) ? Outcome.refused(Problem.of(ErrorCode.CASE_ERASED)) : answer;
        }
        if (store.read(caller.service(), unit -> unit.findCase(id)).isEmpty()) {
            site.audit(caller.wasDenied(action(caller), TYPE, id.toString(), "unknown"));
        }
        return answer; // whoever is denied a case of the house is written down where that is decided
    }

    private static AuditEntry.Action action(Caller caller) {
        return caller.permission() == Permission.CASE_READ ? AuditEntry.Action.READ : AuditEntry.Action.CHANGE;
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
