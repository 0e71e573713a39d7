// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.service.gate.FieldGate;
import org.openbarnahus.core.service.query.FieldReach;

/** Nobody writes a field that (s)he is not shown. Whoever writes a case works with it. */
public record FieldCheck(FieldGate access) {
    /**
     * Asked of what a command names and not of what would change: otherwise the answer would tell whether a guess is what is
     * recorded.
     */
    public Outcome<SchemaSnapshot> named(Caller caller, SchemaSnapshot law, Scope scope, Collection<FieldId> fields) {
        List<Problem> problems = problems(access.fields(caller.session(), law, true), scope, fields, "");
        return problems.isEmpty() ? Outcome.done(law) : Outcome.refused(problems);
    }

    /** The last word, for whatever way a value came into a draft: forms, programs and files. */
    Outcome<Save> drafted(Save save) {
        Draft draft = save.draft();
        FieldReach fields = access.fields(save.caller().session(), save.snapshot(), true);
        List<Problem> problems = new ArrayList<>();
        if (draft.caseTouched()) {
            Archive archive = Archive.of(
                    draft.before().map(b -> b.file().values()), draft.file().values());
            problems.addAll(problems(fields, Scope.CASE, archive.changed(), ""));
        }
        draft.entries().forEach(touched -> problems.addAll(ofEntry(save, fields, touched)));
        return problems.isEmpty() ? Outcome.done(save) : Outcome.refused(problems);
    }

    /** Gate 2 refuses what has a type that nobody knows. */
    private static List<Problem> ofEntry(Save save, FieldReach fields, Touched touched) {
        TimelineEntry entry = touched.after();
        if (save.snapshot().activityType(entry.type()).isEmpty()) {
            return List.of();
        }
        Archive archive = Archive.of(touched.before().map(TimelineEntry::values), entry.values());
        return problems(fields, Scope.activity(entry.type()), archive.changed(), touched.place());
    }

    private static List<Problem> problems(FieldReach reach, Scope scope, Collection<FieldId> fields, String place) {
        return fields.stream()
                .filter(field -> reach.hides(field, scope))
                .sorted()
                .map(field -> Problem.at(ErrorCode.FIELD_NOT_SHOWN, place + field))
                .toList();
    }
}
