// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.AuditEntry;

/** Gate 7. One audit entry per object written: names of the fields, never their values. */
record AuditStep() implements Gate {
    @Override
    public Outcome<Save> pass(Save save) {
        Draft draft = save.draft();
        List<AuditEntry> audit = new ArrayList<>();
        if (draft.caseTouched() || draft.stateChanges()) {
            audit.add(ofCase(save));
        }
        draft.entries().forEach(entry -> audit.add(ofEntry(save, entry)));
        return Outcome.done(save.audited(audit));
    }

    private static AuditEntry ofCase(Save save) {
        Draft draft = save.draft();
        Set<String> fields = new TreeSet<>(Archive.of(
                        draft.before().map(b -> b.file().values()), draft.file().values())
                .changedNames());
        if (draft.stateChanges()) {
            fields.add("state");
        }
        AuditEntry.Action action = draft.before().isPresent() ? AuditEntry.Action.CHANGE : save.action();
        return save.caller()
                .did(
                        action,
                        "case",
                        draft.file().id().toString(),
                        fields,
                        draft.file().state().code());
    }

    private static AuditEntry ofEntry(Save save, Touched touched) {
        TimelineEntry entry = touched.after();
        Set<String> fields = new TreeSet<>(Archive.of(touched.before().map(TimelineEntry::values), entry.values())
                .changedNames());
        if (touched.before().map(b -> !b.date().equals(entry.date())).orElse(true)) {
            fields.add("date");
        }
        return save.caller().did(save.action(), "entry", entry.id().toString(), fields, "case:" + entry.caseId());
    }
}
