// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import java.util.List;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.RuleGate;
import org.openbarnahus.core.service.query.CaseDetails;
import org.openbarnahus.engine.casework.internal.save.Caller;
import org.openbarnahus.engine.casework.internal.save.Callers;

/** One case with its timeline and what the law says about it today. Readable also while the country's pack is away. */
record FindingCase(Callers callers, Reading reading, RuleGate rules) {
    Outcome<CaseDetails> find(Session session, CaseId id) {
        return callers.admit(session, Permission.CASE_READ)
                .then(caller -> reading.read(caller, id, "").map(history -> details(caller, history)));
    }

    private CaseDetails details(Caller caller, CaseHistory history) {
        List<Verdict> verdicts = switch (callers.law(caller)) {
            case Outcome.Done<SchemaSnapshot> law -> rules.evaluate(law.value(), history, caller.today());
            case Outcome.Refused<SchemaSnapshot> none -> List.of();
        };
        return new CaseDetails(history.file(), history.timeline(), verdicts);
    }
}
