// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import java.time.LocalDate;
import java.util.List;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.RuleGate;
import org.openbarnahus.engine.casework.internal.save.Callers;

/** What the rules in force say about a case on a day. */
record Deadlines(Callers callers, Reading reading, RuleGate rules) {
    Outcome<List<Verdict>> on(Session session, CaseId id, LocalDate asOf) {
        return callers.admit(session, Permission.CASE_READ)
                .then(caller -> callers.law(caller)
                        .then(law -> reading.read(caller, id, "deadlines")
                                .map(read -> rules.evaluate(law, read.history(), asOf))));
    }
}
