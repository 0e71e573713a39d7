// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import java.util.List;
import java.util.Set;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.gate.PaceGate;
import org.openbarnahus.core.service.query.CasePage;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.query.FieldReach;
import org.openbarnahus.core.service.store.CaseReach;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TenantStore;
import org.openbarnahus.engine.casework.internal.save.Caller;
import org.openbarnahus.engine.casework.internal.save.Callers;

/** A page of the cases that the caller may know about. The audit trail keeps how many cases were found, not what was searched for. */
record ListingCases(Callers callers, CaseGate access, TenantStore store, SiteStore site, PaceGate pace) {
    Outcome<CasePage> list(Session session, CaseQuery query) {
        return callers.admit(session, Permission.CASE_LIST).then(caller -> {
            List<Problem> wait = pace.list(session).stream().toList();
            if (!wait.isEmpty()) {
                site.audit(caller.wasRefused(AuditEntry.Action.SEARCH, "case", "", "reading-on"));
                return Outcome.refused(wait);
            }
            FieldReach fields = callers.sight(caller, access, false).fields();
            return fields.hidden().isEmpty() ? Outcome.done(page(caller, query)) : page(caller, query, fields);
        });
    }

    private CasePage page(Caller caller, CaseQuery query) {
        CaseReach reach = access.reach(caller.session(), Permission.CASE_LIST, caller.today());
        CasePage page = store.read(caller.service(), unit -> unit.page(query, reach));
        audit(caller, page);
        pace.listed(caller.session(), page.rows().size());
        return page;
    }

    /** Whoever could filter by a field that is not shown would find out, case by case, what stands in it. */
    private Outcome<CasePage> page(Caller caller, CaseQuery query, FieldReach fields) {
        List<Problem> problems = query.codes().keySet().stream()
                .filter(field -> fields.hides(field, Scope.CASE))
                .sorted()
                .map(field -> Problem.at(ErrorCode.FIELD_NOT_SHOWN, field.value()))
                .toList();
        return problems.isEmpty()
                ? Outcome.done(page(caller, query).hiding(fields.in(Scope.CASE)))
                : Outcome.refused(problems);
    }

    private void audit(Caller caller, CasePage page) {
        site.audit(caller.did(
                AuditEntry.Action.SEARCH,
                "case",
                "",
                Set.of(),
                "hits:" + page.total() + ",shown:" + page.rows().size()));
    }
}
