// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.golden;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.casefile.Lifecycle;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.EntryId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.rule.DeadlineEvaluator;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.engine.schema.internal.validate.Validation;

/** An example case as it would be judged on its day: by the schema, by the order of activities, by the rules that are data. */
final class GoldenCase {
    private static final CaseId ID = new CaseId(new UUID(0, 1));
    private static final CaseNumber NUMBER = new CaseNumber("XX-GOLDEN-2026-0001");
    private static final ServiceId SERVICE = new ServiceId(new UUID(0, 2));
    private static final UserId USER = new UserId(new UUID(0, 3));

    private final SchemaSnapshot snapshot;
    private final FieldValues values;
    private final List<TimelineEntry> timeline = new ArrayList<>();
    private final List<Problem> problems;

    GoldenCase(SchemaSnapshot snapshot, FieldValues values, List<Problem> problems) {
        this.snapshot = snapshot;
        this.values = values;
        this.problems = problems;
    }

    void add(String type, LocalDate date, FieldValues entryValues) {
        long number = timeline.size();
        Stamp stamp = new Stamp(Instant.ofEpochSecond(number), USER);
        EntryId id = new EntryId(new UUID(1, number));
        timeline.add(new TimelineEntry(id, ID, type, date, entryValues, snapshot.id(), 1, stamp, stamp, false));
    }

    /** Everything that would refuse the case, recorded entry by entry in the order of days. */
    List<Problem> problems(LocalDate asOf) {
        timeline.sort(Comparator.comparing(TimelineEntry::date));
        List<TimelineEntry> before = new ArrayList<>();
        for (TimelineEntry entry : timeline) {
            problems.addAll(
                    Validation.of(snapshot, Scope.activity(entry.type()), entry.values(), entry.date(), asOf, false));
            if (Lifecycle.admit(Lifecycle.stateOf(before), entry) instanceof Outcome.Refused<TimelineEntry> refused) {
                problems.addAll(refused.problems());
            }
            before.add(entry);
        }
        boolean closing = Lifecycle.stateOf(timeline) instanceof CaseState.Closed;
        LocalDate day = values.date(CoreField.CASE_DATE).orElse(asOf);
        problems.addAll(Validation.of(snapshot, Scope.CASE, values, day, asOf, closing));
        return problems;
    }

    List<Verdict> verdicts(LocalDate asOf) {
        Stamp stamp = new Stamp(Instant.EPOCH, USER);
        CaseFile file = new CaseFile(
                ID,
                NUMBER,
                SERVICE,
                Lifecycle.stateOf(timeline),
                values,
                snapshot.id(),
                1,
                stamp,
                stamp,
                Optional.empty());
        CaseHistory history = new CaseHistory(file, timeline);
        return snapshot.rules().stream()
                .flatMap(rule -> DeadlineEvaluator.evaluate(rule, history, asOf).stream())
                .toList();
    }

    /** The latest day that the case itself names, for examples that give no day. */
    LocalDate latestDay() {
        LocalDate latest = values.date(CoreField.CASE_DATE).orElse(LocalDate.EPOCH);
        for (TimelineEntry entry : timeline) {
            latest = entry.date().isAfter(latest) ? entry.date() : latest;
        }
        return latest;
    }

    /** An entry that no timeline can hold. */
    void malformedEntry() {
        problems.add(Problem.at(ErrorCode.UNKNOWN_ACTIVITY, "type"));
    }
}
