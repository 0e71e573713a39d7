// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.EntryId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.service.command.NewEntry;
import org.openbarnahus.core.service.command.OpenCase;

/** Turns the wish for a new case into a draft. */
public final class NewCase {
    /** More entries than a case has in ten years. */
    static final int MAX_ENTRIES = 500;

    private NewCase() {}

    /**
     * @param ids source of random ids
     */
    public static Outcome<Draft> draft(Caller caller, SchemaSnapshot law, OpenCase command, Supplier<UUID> ids) {
        if (command.timeline().size() > MAX_ENTRIES) {
            return Outcome.refused(Problem.at(ErrorCode.TOO_MANY, "timeline", "max", Integer.toString(MAX_ENTRIES)));
        }
        CaseId id = new CaseId(ids.get());
        List<Touched> entries = new ArrayList<>();
        for (NewEntry entry : command.timeline()) {
            String place = "timeline[" + entries.size() + "].";
            entries.add(new Touched(Optional.empty(), entry(caller, law, id, entry, new EntryId(ids.get())), place));
        }
        return Outcome.done(Draft.opening(file(caller, law, command, id), entries));
    }

    /** An entry that is about to be recorded. */
    public static TimelineEntry entry(Caller caller, SchemaSnapshot law, CaseId caseId, NewEntry entry, EntryId id) {
        return new TimelineEntry(
                id,
                caseId,
                entry.type(),
                entry.date(),
                entry.values(),
                law.id(),
                1,
                caller.stamp(),
                caller.stamp(),
                false);
    }

    private static CaseFile file(Caller caller, SchemaSnapshot law, OpenCase command, CaseId id) {
        // serial 0 stands for "not numbered yet": gate 6 gives the number when nothing can refuse the case any more
        CaseNumber provisional =
                CaseNumber.of(caller.actor().serviceCode(), caller.today().getYear(), 0);
        return new CaseFile(
                id,
                provisional,
                caller.service(),
                new CaseState.Referred(),
                command.values(),
                law.id(),
                1,
                caller.stamp(),
                caller.stamp(),
                Optional.empty());
    }
}
