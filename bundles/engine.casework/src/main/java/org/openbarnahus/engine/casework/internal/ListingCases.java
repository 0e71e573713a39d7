// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import java.util.Set;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.query.CasePage;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.store.CaseReach;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.engine.casework.internal.save.Caller;
import org.openbarnahus.engine.casework.internal.save.Callers;

/** A page of the cases that the caller may know about. The audit trail keeps how many cases were found, not what was searched for. */
record ListingCases(Callers callers, CaseGate access, TenantStore store, SiteStore site) {
    Outcome<CasePage> list(Session session, CaseQuery query) {
        return callers.admit(session, Permission.CASE_LIST).map(caller -> {
            CaseReach reach = access.reach(session, Permission.CASE_LIST, caller.today());
            CasePage page = store.read(caller.service(), unit -> unit.page(query, reach));
            audit(caller, page);
            return page;
        });
    }

    private void audit(Caller caller, CasePage page) {
        site.audit(caller.did(AuditEntry.Action.SEARCH, "case", "", Set.of(), "hits:" + page.total()));
    }
}
