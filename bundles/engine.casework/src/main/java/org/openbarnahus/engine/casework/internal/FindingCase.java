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
import org.openbarnahus.core.service.query.FieldReach;
import org.openbarnahus.engine.casework.internal.save.Caller;
import org.openbarnahus.engine.casework.internal.save.Callers;
import org.openbarnahus.engine.casework.internal.save.Sight;

/** One case with its timeline and what the law says about it today. Readable also while the country's pack is away. */
record FindingCase(Callers callers, Reading reading, RuleGate rules) {
    Outcome<CaseDetails> find(Session session, CaseId id) {
        return callers.admit(session, Permission.CASE_READ)
                .then(caller -> reading.read(caller, id, "").map(read -> details(caller, read)));
    }

    /** The law sees the whole case, its reader what (s)he is shown. */
    private CaseDetails details(Caller caller, Reading.Read read) {
        CaseHistory history = read.history();
        List<Verdict> verdicts = switch (callers.law(caller)) {
            case Outcome.Done<SchemaSnapshot> law -> rules.evaluate(law.value(), history, caller.today());
            case Outcome.Refused<SchemaSnapshot> none -> List.of();
        };
        Sight sight = callers.sight(caller, reading.access(), read.worksWith());
        FieldReach fields = sight.fields();
        return new CaseDetails(
                sight.of(history.file(), fields), sight.of(history.timeline(), fields), verdicts, fields);
    }
}
