// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.service.gate.SchemaGate;

/** Gate 2. Whether the values are what the newest schema asks for; values of packs that are gone are left alone. */
record SchemaCheck(SchemaGate schema) implements Gate {
    @Override
    public Outcome<Save> pass(Save save) {
        List<Problem> problems = new ArrayList<>();
        if (save.draft().caseTouched() || save.draft().closes()) {
            problems.addAll(ofCase(save));
        }
        for (Touched entry : save.draft().entries()) {
            if (entry.contentChanges()) {
                ofEntry(save, entry).forEach(p -> problems.add(placed(p, entry.place())));
            }
        }
        return problems.isEmpty()
                ? Outcome.done(save)
                : Outcome.refused(problems.stream().distinct().toList());
    }

    private List<Problem> ofCase(Save save) {
        Draft draft = save.draft();
        Archive archive = Archive.of(
                draft.before().map(b -> b.file().values()), draft.file().values());
        LocalDate today = save.caller().today();
        LocalDate day = draft.file().values().date(CoreField.CASE_DATE).orElse(today);
        List<Problem> problems = new ArrayList<>();
        InputLimits.day(CoreField.CASE_DATE.value(), day, today).ifPresent(problems::add);
        problems.addAll(values(save, Scope.CASE, archive, day, draft.closes()));
        return problems;
    }

    private List<Problem> ofEntry(Save save, Touched touched) {
        TimelineEntry entry = touched.after();
        if (save.snapshot().activityType(entry.type()).isEmpty()) {
            return List.of(Problem.at(ErrorCode.UNKNOWN_ACTIVITY, "type"));
        }
        Archive archive = Archive.of(touched.before().map(TimelineEntry::values), entry.values());
        List<Problem> problems = new ArrayList<>();
        InputLimits.day("date", entry.date(), save.caller().today()).ifPresent(problems::add);
        problems.addAll(values(save, Scope.activity(entry.type()), archive, entry.date(), false));
        return problems;
    }

    private List<Problem> values(Save save, Scope scope, Archive archive, LocalDate day, boolean closing) {
        List<Problem> problems = new ArrayList<>(InputLimits.problems(archive.proposed()));
        if (!problems.isEmpty()) {
            return problems;
        }
        for (FieldId field : archive.lost(save.snapshot(), scope)) {
            problems.add(Problem.at(ErrorCode.UNKNOWN_FIELD, field.value()));
        }
        var living = archive.living(save.snapshot(), scope);
        schema.validate(save.snapshot(), scope, living, day, save.caller().today(), closing).stream()
                .filter(p -> !goneWithItsPack(p, archive))
                .forEach(problems::add);
        return problems;
    }

    /** A code whose pack is gone, in a field that this save leaves as it was. */
    private static boolean goneWithItsPack(Problem problem, Archive archive) {
        return problem.code() == ErrorCode.UNKNOWN_CODE
                && FieldId.isValid(problem.path())
                && archive.unchanged(FieldId.of(problem.path()));
    }

    static Problem placed(Problem problem, String place) {
        return place.isEmpty() ? problem : new Problem(problem.code(), place + problem.path(), problem.arguments());
    }
}
