// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import java.util.Optional;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.ChangeEntry;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.engine.casework.internal.save.Answer;
import org.openbarnahus.engine.casework.internal.save.Asked;
import org.openbarnahus.engine.casework.internal.save.Caller;
import org.openbarnahus.engine.casework.internal.save.Draft;
import org.openbarnahus.engine.casework.internal.save.Fingerprint;
import org.openbarnahus.engine.casework.internal.save.Saving;
import org.openbarnahus.engine.casework.internal.save.Touched;

/** A correction of a timeline entry. */
record ChangingEntry(Saving saving) {
    Outcome<TimelineEntry> change(Session session, ChangeEntry command, RequestKey key) {
        Saving.Plan plan = (caller, law, unit) -> Stored.locked(unit, command.caseId())
                .then(before -> Stored.entry(unit, command.caseId(), command.id(), command.expectedVersion())
                        .then(entry -> saving.mayName(
                                        caller,
                                        law,
                                        Scope.activity(entry.type()),
                                        command.changes().keySet())
                                .then(may -> draft(caller, law, before, entry, command))));
        Fingerprint print = new Fingerprint("change entry")
                .add(command.caseId())
                .add(command.id())
                .add(command.expectedVersion())
                .add(command.date())
                .add(command.changes());
        return saving.save(
                session,
                new Saving.Task(
                        Permission.TIMELINE_WRITE,
                        AuditEntry.Action.CHANGE,
                        command.caseId().toString(),
                        Asked.of(key, print),
                        plan),
                new Answer.OfEntry());
    }

    private static Outcome<Draft> draft(
            Caller caller, SchemaSnapshot law, CaseHistory before, TimelineEntry entry, ChangeEntry command) {
        if (entry.removed()) {
            return Outcome.refused(Problem.of(ErrorCode.ENTRY_REMOVED));
        }
        TimelineEntry changed = new TimelineEntry(
                entry.id(),
                entry.caseId(),
                entry.type(),
                command.date(),
                entry.values().with(command.changes()),
                law.id(),
                entry.version() + 1,
                entry.entered(),
                caller.stamp(),
                false);
        return Outcome.done(Draft.timeline(before, new Touched(Optional.of(entry), changed, ""), caller.stamp()));
    }
}
