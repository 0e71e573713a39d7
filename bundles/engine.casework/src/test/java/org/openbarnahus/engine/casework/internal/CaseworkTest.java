// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.casefile.NextDue;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.service.command.RecordEntry;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.engine.casework.fake.House;

public class CaseworkTest extends Desk {
    @Test
    public void aCaseGetsTheNumberOfTheYearOfItsDate() {
        CaseFile file = open(House.referredCase());

        assertEquals("SE-LKP-2026-0001", file.number().value());
        assertEquals(1, file.version());
        assertEquals("referred", file.state().code());
        assertEquals(file, stored(file));
    }

    @Test
    public void theSameRequestIsAnsweredAgainAndWritesNothing() {
        RequestKey key = new RequestKey("k1", "");
        CaseFile first = open(House.openCase(), key);
        change(first, Map.of(CoreField.SEX, Optional.of(MALE)));
        int rows = house.rows();

        CaseFile again = open(House.openCase(), key);

        assertEquals(first, again);
        assertEquals(rows, house.rows());
    }

    @Test
    public void aKeyIsNotGoodForAnotherRequest() {
        RequestKey key = new RequestKey("k1", "");
        open(House.openCase(), key);

        assertEquals(
                ErrorCode.REQUEST_KEY_REUSED, code(house.cases.open(House.coordinator(), House.referredCase(), key)));
        assertEquals(
                ErrorCode.REQUEST_KEY_REUSED,
                code(house.cases.open(House.coordinator(), House.openCase(), new RequestKey("k1", "of another body"))));
    }

    @Test
    public void textsThatDifferMakeDifferentRequests() {
        CaseFile file = open(House.openCase());
        RequestKey key = new RequestKey("k2", "");
        TimelineEntry first = record(file, House.note("calm"), key);

        assertEquals(first, record(file, House.note("calm"), key));
        assertEquals(
                ErrorCode.REQUEST_KEY_REUSED,
                code(house.cases.record(House.coordinator(), new RecordEntry(file.id(), House.note("loud")), key)));
    }

    @Test
    public void aStaleChangeIsRefused() {
        CaseFile file = open(House.referredCase());
        change(file, Map.of(CoreField.SEX, Optional.of(MALE)));

        assertEquals(ErrorCode.STALE, code(tryChange(file, Map.of(CoreField.SEX, Optional.of(MALE)))));
        assertEquals(2, stored(file).version());
    }

    @Test
    public void anEntryMovesTheVersionOfItsCase() {
        CaseFile file = open(House.referredCase());

        record(file, House.accepted(10), RequestKey.fresh());

        assertEquals(2, stored(file).version());
        assertEquals(new CaseState.Open(House.TODAY.minusDays(10)), stored(file).state());
    }

    @Test
    public void anEntryOfTheFutureOrOfLongAgoIsRefused() {
        CaseFile file = open(House.openCase());

        assertEquals(ErrorCode.DATE_IN_FUTURE, refused(file, House.interview(-1)));
        assertEquals(ErrorCode.DATE_BEFORE, refused(file, House.interview(21 * 365)));
    }

    @Test
    public void todayIsTodayInTheHouse() {
        house.now = Instant.parse("2026-06-15T22:30:00Z");
        CaseFile file = open(House.openCase());

        assertEquals(
                House.TODAY.plusDays(1),
                record(file, House.interview(-1), RequestKey.fresh()).date());
    }

    @Test
    public void closingAsksForWhatIsRequiredBeforeClosure() {
        CaseFile file = open(House.openCase());

        assertEquals(ErrorCode.REQUIRED_BEFORE_CLOSURE, refused(file, House.closure(1)));

        change(file, Map.of(CoreField.PROSECUTION, Optional.of(new FieldValue.CodeValue("no"))));
        record(file, House.closure(1), RequestKey.fresh());
        assertEquals(
                new CaseState.Closed(House.TODAY.minusDays(1), "completed"),
                stored(file).state());
        assertEquals(ErrorCode.CASE_CLOSED, refused(file, House.interview(3)));
        record(file, House.entry("justice_decision", 0, Map.of()), RequestKey.fresh());
    }

    @Test
    public void aClosedCaseMayNotLoseWhatItsClosureAskedFor() {
        CaseFile file = closedCase();

        assertEquals(
                ErrorCode.REQUIRED_BEFORE_CLOSURE,
                code(tryChange(file, Map.of(CoreField.PROSECUTION, Optional.empty()))));
    }

    @Test
    public void takingTheClosureOffOpensTheCaseAgainAndBackOnClosesIt() {
        CaseFile file = closedCase();
        TimelineEntry closure = details(file).timeline().getLast();

        house.gates.verdicts = (history, day) ->
                List.of(House.verdict("se.soon", Verdict.State.RUNNING, Optional.of(day.plusDays(3))));
        TimelineEntry removed = remove(file, closure, false).orElseThrow();
        assertEquals("open", stored(file).state().code());
        assertEquals(
                Optional.of(new NextDue(House.TODAY.plusDays(3), "se.soon")),
                stored(file).nextDue());
        assertFalse(details(file).timeline().contains(removed));

        TimelineEntry back = remove(file, removed, true).orElseThrow();
        assertEquals("closed", stored(file).state().code());
        assertEquals(
                "nothing is asked of a closed case",
                Optional.empty(),
                stored(file).nextDue());
        assertEquals(3, back.version());
    }

    @Test
    public void aClosedCaseKeepsItsOtherEntries() {
        CaseFile file = closedCase();

        assertEquals(
                ErrorCode.CASE_CLOSED,
                code(remove(file, details(file).timeline().getFirst(), false)));
    }

    @Test
    public void anEntryIsCorrectedInTheVersionThatWasSeen() {
        CaseFile file = open(House.openCase());
        TimelineEntry entry = record(file, House.note("calm"), RequestKey.fresh());

        TimelineEntry changed = correct(file, entry, House.TODAY.minusDays(2)).orElseThrow();

        assertEquals(2, changed.version());
        assertEquals(Optional.of("calm"), changed.values().text(CoreField.NOTE));
        assertEquals(ErrorCode.STALE, code(correct(file, entry, House.TODAY)));
        TimelineEntry removed = remove(file, changed, false).orElseThrow();
        assertEquals(ErrorCode.ENTRY_REMOVED, code(correct(file, removed, House.TODAY)));
    }
}
