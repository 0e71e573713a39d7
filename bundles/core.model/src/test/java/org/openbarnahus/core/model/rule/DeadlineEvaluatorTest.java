// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.rule;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.condition.Moment;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.EntryId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValues;

public class DeadlineEvaluatorTest {
    private static final LocalDate START = LocalDate.of(2026, 1, 30);
    private static final FieldId DELAY = FieldId.of("delay_reason");
    private static final RuleDefinition RULE = new RuleDefinition(
            "no.first_interview",
            "no",
            new Moment.FieldDate(CoreField.REPORT_DATE),
            new Moment.EventDate("forensic_interview", Condition.ALWAYS, false),
            new TimeLimit(14, TimeLimit.Unit.DAYS),
            new Condition.FieldIn(CoreField.CHILD_ROLE, Set.of("victim")),
            Optional.of(new RuleDefinition.Extension(
                    new TimeLimit(7, TimeLimit.Unit.DAYS),
                    new Condition.FieldIn(DELAY, Set.of("illness")),
                    Set.of("illness"))),
            new Citation("a law", Optional.empty(), false),
            Optional.of(LocalDate.of(2020, 1, 1)),
            Optional.empty());

    @Test
    public void runsUntilTheLastDayInsideTheLimit() {
        Verdict verdict = judge(values(), List.of(), START.plusDays(14)).orElseThrow();
        assertEquals(Verdict.State.RUNNING, verdict.state());
        assertEquals(Optional.of(START.plusDays(14)), verdict.due());
    }

    @Test
    public void isOverdueTheDayAfter() {
        assertEquals(
                Verdict.State.OVERDUE,
                judge(values(), List.of(), START.plusDays(15)).orElseThrow().state());
    }

    @Test
    public void isMetInTimeOrLate() {
        assertEquals(Verdict.State.MET, interviewedAfter(14).state());
        assertEquals(Verdict.State.MET_LATE, interviewedAfter(15).state());
    }

    @Test
    public void anInterviewAfterTheDayHasNotHappenedYet() {
        Verdict verdict = judge(values(), List.of(interview(START.plusDays(10))), START.plusDays(9))
                .orElseThrow();
        assertEquals(Verdict.State.RUNNING, verdict.state());
        assertTrue(verdict.metOn().isEmpty());
    }

    @Test
    public void anInterviewBeforeTheStartMeetsTheLimit() {
        assertEquals(Verdict.State.MET, interviewedAfter(-1).state());
    }

    @Test
    public void aListedReasonExtendsTheLimit() {
        FieldValues late = values().with(DELAY, new FieldValue.CodeValue("illness"));
        Verdict verdict = judge(late, List.of(), START.plusDays(20)).orElseThrow();
        assertTrue(verdict.extended());
        assertEquals(Optional.of(START.plusDays(21)), verdict.due());
        assertEquals(Verdict.State.RUNNING, verdict.state());
    }

    @Test
    public void anotherReasonDoesNot() {
        FieldValues late = values().with(DELAY, new FieldValue.CodeValue("room_capacity"));
        assertFalse(judge(late, List.of(), START).orElseThrow().extended());
    }

    @Test
    public void saysNothingBeforeTheStartOutsideTheConditionOrWithoutAStartingDay() {
        assertTrue(judge(values(), List.of(), START.minusDays(1)).isEmpty());
        assertTrue(judge(values().without(Set.of(CoreField.CHILD_ROLE)), List.of(), START)
                .isEmpty());
        assertTrue(judge(values().without(Set.of(CoreField.REPORT_DATE)), List.of(), START)
                .isEmpty());
    }

    @Test
    public void theLawInForceOnTheStartingDayGoverns() {
        FieldValues old = values().with(CoreField.REPORT_DATE, new FieldValue.DateValue(LocalDate.of(2019, 12, 31)));
        assertTrue(judge(old, List.of(), START).isEmpty());
    }

    private static Verdict interviewedAfter(int days) {
        return judge(values(), List.of(interview(START.plusDays(days))), START.plusDays(30))
                .orElseThrow();
    }

    private static Optional<Verdict> judge(FieldValues values, List<TimelineEntry> timeline, LocalDate asOf) {
        return DeadlineEvaluator.evaluate(RULE, new CaseHistory(file(values), timeline), asOf);
    }

    private static FieldValues values() {
        return new FieldValues(Map.of(
                CoreField.REPORT_DATE, new FieldValue.DateValue(START),
                CoreField.CHILD_ROLE, new FieldValue.CodeValue("victim")));
    }

    private static CaseFile file(FieldValues values) {
        return new CaseFile(
                new CaseId(new UUID(1, 1)),
                new CaseNumber("NO-TST-2026-0001"),
                new ServiceId(new UUID(1, 2)),
                new CaseState.Referred(),
                values,
                new SnapshotId("s0123456789abcdef"),
                1,
                stamp(),
                stamp(),
                Optional.empty());
    }

    private static TimelineEntry interview(LocalDate date) {
        return new TimelineEntry(
                new EntryId(new UUID(2, date.toEpochDay())),
                new CaseId(new UUID(1, 1)),
                "forensic_interview",
                date,
                FieldValues.empty(),
                new SnapshotId("s0123456789abcdef"),
                1,
                stamp(),
                stamp(),
                false);
    }

    private static Stamp stamp() {
        return new Stamp(Instant.EPOCH, new UserId(new UUID(3, 3)));
    }
}
