// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.ChangeCase;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.engine.casework.internal.save.Answer;
import org.openbarnahus.engine.casework.internal.save.Asked;
import org.openbarnahus.engine.casework.internal.save.Caller;
import org.openbarnahus.engine.casework.internal.save.Draft;
import org.openbarnahus.engine.casework.internal.save.Fingerprint;
import org.openbarnahus.engine.casework.internal.save.Saving;

/** A change of the case's own fields. */
record ChangingCase(Saving saving) {
    Outcome<CaseFile> change(Session session, ChangeCase command, RequestKey key) {
        Saving.Plan plan = (caller, law, unit) -> Stored.locked(unit, command.id())
                .then(before -> saving.mayName(
                                caller, law, Scope.CASE, command.changes().keySet())
                        .then(may -> draft(caller, law, before, command)));
        Fingerprint print = new Fingerprint("change")
                .add(command.id())
                .add(command.expectedVersion())
                .add(command.changes());
        return saving.save(
                session,
                new Saving.Task(
                        Permission.CASE_CHANGE,
                        AuditEntry.Action.CHANGE,
                        command.id().toString(),
                        Asked.of(key, print),
                        plan),
                new Answer.OfCase());
    }

    private static Outcome<Draft> draft(Caller caller, SchemaSnapshot law, CaseHistory before, ChangeCase command) {
        if (before.file().version() != command.expectedVersion()) {
            return Outcome.refused(Problem.of(ErrorCode.STALE));
        }
        return Outcome.done(
                Draft.changing(before, before.file().values().with(command.changes()), law.id(), caller.stamp()));
    }
}
