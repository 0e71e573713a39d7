// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import java.util.Optional;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.RemoveEntry;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.engine.casework.internal.save.Answer;
import org.openbarnahus.engine.casework.internal.save.Asked;
import org.openbarnahus.engine.casework.internal.save.Caller;
import org.openbarnahus.engine.casework.internal.save.Draft;
import org.openbarnahus.engine.casework.internal.save.Fingerprint;
import org.openbarnahus.engine.casework.internal.save.Saving;
import org.openbarnahus.engine.casework.internal.save.Touched;

/** Takes an entry off the timeline, or puts a removed one back. Nothing is ever deleted by it. */
record RemovingEntry(Saving saving) {
    Outcome<TimelineEntry> remove(Session session, RemoveEntry command, RequestKey key) {
        Saving.Plan plan = (caller, law, unit) -> Stored.locked(unit, command.caseId())
                .then(before -> Stored.entry(unit, command.caseId(), command.id(), command.expectedVersion())
                        .then(entry -> draft(caller, before, entry, command)));
        Fingerprint print = new Fingerprint("remove")
                .add(command.caseId())
                .add(command.id())
                .add(command.expectedVersion())
                .add(command.restore());
        return saving.save(
                session,
                new Saving.Task(
                        Permission.TIMELINE_WRITE,
                        command.restore() ? AuditEntry.Action.RESTORE : AuditEntry.Action.REMOVE,
                        command.caseId().toString(),
                        Asked.of(key, print),
                        plan),
                new Answer.OfEntry());
    }

    private static Outcome<Draft> draft(Caller caller, CaseHistory before, TimelineEntry entry, RemoveEntry command) {
        boolean remove = !command.restore();
        if (entry.removed() == remove) {
            // already as wished: somebody saw an older timeline
            return Outcome.refused(Problem.of(remove ? ErrorCode.ENTRY_REMOVED : ErrorCode.STALE));
        }
        TimelineEntry after = new TimelineEntry(
                entry.id(),
                entry.caseId(),
                entry.type(),
                entry.date(),
                entry.values(),
                entry.snapshot(),
                entry.version() + 1,
                entry.entered(),
                caller.stamp(),
                remove);
        return Outcome.done(Draft.timeline(before, new Touched(Optional.of(entry), after, ""), caller.stamp()));
    }
}
