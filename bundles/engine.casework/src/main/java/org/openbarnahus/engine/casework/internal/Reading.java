// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import java.util.Set;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.store.ReadUnit;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.engine.casework.internal.save.Caller;

/** How every use case that reads one case gets at it: permitted for this very case, and written into the audit trail. */
record Reading(CaseGate access, TenantStore store, SiteStore site) {
    Outcome<CaseHistory> read(Caller caller, CaseId id, String detail) {
        return store.read(
                        caller.service(),
                        unit -> Stored.history(unit, id).then(history -> permitted(caller, history, unit)))
                .map(history -> audited(caller, history, detail));
    }

    private Outcome<CaseHistory> permitted(Caller caller, CaseHistory history, ReadUnit unit) {
        CaseFile file = history.file();
        Decision decision = access.decide(
                caller.session(),
                caller.permission(),
                file,
                caller.today(),
                () -> unit.member(file.id(), caller.actor().user()));
        return decision instanceof Decision.Allowed
                ? Outcome.done(history)
                : Outcome.refused(Problem.of(ErrorCode.NOT_FOUND));
    }

    private CaseHistory audited(Caller caller, CaseHistory history, String detail) {
        site.audit(
                caller.did(AuditEntry.Action.READ, "case", history.file().id().toString(), Set.of(), detail));
        return history;
    }
}
