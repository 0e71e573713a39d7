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
import org.openbarnahus.core.service.gate.PaceGate;
import org.openbarnahus.core.service.store.CaseTies;
import org.openbarnahus.core.service.store.ReadUnit;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.engine.casework.internal.save.Caller;
import org.openbarnahus.engine.casework.internal.save.Missing;

/** How every use case that reads one case gets at it: permitted for this very case, and written into the audit trail. */
record Reading(CaseGate access, TenantStore store, SiteStore site, PaceGate pace) {
    /**
     * A case as it is stored, all of it.
     *
     * @param worksWith whether its reader works with it, and does not only oversee it
     */
    record Read(CaseHistory history, boolean worksWith) {}

    Outcome<Read> read(Caller caller, CaseId id, String detail) {
        Outcome<Read> found = store.read(
                caller.service(), unit -> Stored.history(unit, id).then(history -> permitted(caller, history, unit)));
        if (readsOn(found)) {
            site.audit(caller.wasRefused(AuditEntry.Action.READ, "case", id.toString(), "reading-on"));
        }
        return new Missing(access, store, site).told(caller, id, found).map(read -> audited(caller, read, detail));
    }

    private Outcome<Read> permitted(Caller caller, CaseHistory history, ReadUnit unit) {
        CaseFile file = history.file();
        CaseTies ties = CaseTies.of(unit, file.id(), caller.actor().user());
        Decision decision = access.decide(caller.session(), caller.permission(), file, caller.today(), ties);
        if (!(decision instanceof Decision.Allowed)) {
            return Outcome.refused(Problem.of(ErrorCode.NOT_FOUND));
        }
        return pace.show(caller.session(), file.id())
                .<Outcome<Read>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(
                        new Read(history, access.worksWith(caller.session(), file, caller.today(), ties))));
    }

    private static boolean readsOn(Outcome<Read> found) {
        return found instanceof Outcome.Refused<Read> refused
                && refused.problems().getFirst().code() == ErrorCode.STEP_UP_REQUIRED;
    }

    private Read audited(Caller caller, Read read, String detail) {
        String id = read.history().file().id().toString();
        site.audit(caller.did(AuditEntry.Action.READ, "case", id, Set.of(), detail));
        return read;
    }
}
