// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.EntryId;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.RecordEntry;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.engine.casework.internal.save.Answer;
import org.openbarnahus.engine.casework.internal.save.Asked;
import org.openbarnahus.engine.casework.internal.save.Caller;
import org.openbarnahus.engine.casework.internal.save.Draft;
import org.openbarnahus.engine.casework.internal.save.Fingerprint;
import org.openbarnahus.engine.casework.internal.save.NewCase;
import org.openbarnahus.engine.casework.internal.save.Saving;
import org.openbarnahus.engine.casework.internal.save.Touched;

/** A new entry on a case's timeline. */
record RecordingEntry(Saving saving) {
    Outcome<TimelineEntry> record(Session session, RecordEntry command, RequestKey key) {
        Saving.Plan plan = (caller, law, unit) ->
                Stored.locked(unit, command.caseId()).map(before -> draft(caller, law, before, command));
        Fingerprint print = new Fingerprint("record")
                .add(command.caseId())
                .add(command.entry().type())
                .add(command.entry().date())
                .add(command.entry().values());
        return saving.save(
                session,
                new Saving.Task(
                        Permission.TIMELINE_WRITE,
                        AuditEntry.Action.CREATE,
                        command.caseId().toString(),
                        Asked.of(key, print),
                        plan),
                new Answer.OfEntry());
    }

    private static Draft draft(Caller caller, SchemaSnapshot law, CaseHistory before, RecordEntry command) {
        TimelineEntry entry =
                NewCase.entry(caller, law, command.caseId(), command.entry(), new EntryId(UUID.randomUUID()));
        return Draft.timeline(before, new Touched(Optional.empty(), entry, ""), caller.stamp());
    }
}
