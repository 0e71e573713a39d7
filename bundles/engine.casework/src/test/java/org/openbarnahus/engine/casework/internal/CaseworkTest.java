// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.casefile.NextDue;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.command.ChangeCase;
import org.openbarnahus.core.service.command.ChangeEntry;
import org.openbarnahus.core.service.command.NewEntry;
import org.openbarnahus.core.service.command.OpenCase;
import org.openbarnahus.core.service.command.RecordEntry;
import org.openbarnahus.core.service.command.RemoveEntry;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.core.service.query.CaseDetails;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.engine.casework.fake.House;
import org.openbarnahus.engine.casework.fake.SmallLaw;

public class CaseworkTest {
    private static final FieldValue MALE = new FieldValue.CodeValue("male");
    private final House house = new House();

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

        TimelineEntry removed = remove(file, closure, false).orElseThrow();
        assertEquals("open", stored(file).state().code());
        assertFalse(details(file).timeline().contains(removed));

        TimelineEntry back = remove(file, removed, true).orElseThrow();
        assertEquals("closed", stored(file).state().code());
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

    @Test
    public void valuesOfAPackThatIsGoneAreKeptUntouched() {
        FieldValue old = new FieldValue.DateValue(House.TODAY.minusDays(40));
        CaseFile file = open(new OpenCase(House.values().with(SmallLaw.NATIONAL, old), List.of()));
        house.gates.law = Optional.of(SmallLaw.withoutNationalField());

        CaseFile changed = change(file, Map.of(CoreField.SEX, Optional.of(MALE)));

        assertEquals(Optional.of(old), changed.values().get(SmallLaw.NATIONAL));
        assertEquals(SmallLaw.withoutNationalField().id(), changed.snapshot());
        assertEquals(ErrorCode.UNKNOWN_FIELD, code(tryChange(changed, Map.of(SmallLaw.NATIONAL, Optional.empty()))));
        assertEquals(
                ErrorCode.UNKNOWN_FIELD,
                code(tryChange(
                        changed, Map.of(SmallLaw.NATIONAL, Optional.of(new FieldValue.DateValue(House.TODAY))))));
    }

    @Test
    public void aCaseThatBreaksARuleAlreadyCanStillBeMended() {
        CaseFile file = open(House.openCase());
        house.gates.verdicts =
                (history, day) -> List.of(House.verdict("se.never", Verdict.State.FORBIDDEN, Optional.empty()));

        change(file, Map.of(CoreField.SEX, Optional.of(MALE)));

        Outcome<CaseFile> fresh = house.cases.open(House.coordinator(), House.openCase(), RequestKey.fresh());
        assertEquals(
                List.of(Problem.at(ErrorCode.RULE_FORBIDS, "se.never", "citation", "Act 1, section 2")),
                SaveGatesTest.problems(fresh));
    }

    @Test
    public void theLimitThatEndsFirstIsKeptWithTheCase() {
        LocalDate soon = House.TODAY.plusDays(3);
        house.gates.verdicts = (history, day) -> List.of(
                House.verdict("se.late", Verdict.State.RUNNING, Optional.of(soon.plusDays(9))),
                House.verdict("se.met", Verdict.State.MET, Optional.of(soon.minusDays(9))),
                House.verdict("se.soon", Verdict.State.RUNNING, Optional.of(soon)));

        assertEquals(
                Optional.of(new NextDue(soon, "se.soon")),
                open(House.openCase()).nextDue());
    }

    @Test
    public void anotherHouseSeesNothing() {
        CaseFile file = open(House.openCase());

        assertEquals(ErrorCode.NOT_FOUND, code(house.cases.find(House.neighbour(), file.id())));
        assertEquals(
                ErrorCode.NOT_FOUND,
                code(house.cases.record(
                        House.neighbour(), new RecordEntry(file.id(), House.interview(1)), RequestKey.fresh())));
        assertEquals(
                0,
                house.cases
                        .list(House.neighbour(), CaseQuery.firstPage(10))
                        .orElseThrow()
                        .total());
    }

    @Test
    public void readingAndSearchingAreAudited() {
        CaseFile file = open(House.openCase());

        details(file);
        house.cases.list(House.coordinator(), CaseQuery.firstPage(10));

        List<AuditEntry> trail = house.site.audit;
        assertEquals(AuditEntry.Action.READ, trail.get(0).action());
        assertEquals(file.id().toString(), trail.get(0).objectId());
        assertEquals("hits:1", trail.get(1).detail());
    }

    @Test
    public void theAuditTrailNamesFieldsAndNoValues() {
        CaseFile file = open(House.openCase());
        change(file, Map.of(CoreField.SEX, Optional.of(MALE)));

        AuditEntry entry = house.store.audit(House.LKP).getLast();
        assertEquals(java.util.Set.of("sex"), entry.fields());
        assertFalse(entry.toString().contains("male"));
    }

    @Test
    public void aCaseIsReadableWhileItsLawIsAway() {
        CaseFile file = open(House.openCase());
        house.gates.law = Optional.empty();

        assertEquals(List.of(), details(file).verdicts());
        assertEquals(
                ErrorCode.NO_COUNTRY_PACK, code(house.cases.deadlines(House.coordinator(), file.id(), House.TODAY)));
    }

    @Test
    public void hostileTextIsRefused() {
        CaseFile file = open(House.openCase());

        assertEquals(ErrorCode.FORBIDDEN_CHARACTER, refused(file, House.note("a\u0000b")));
        assertEquals(ErrorCode.FORBIDDEN_CHARACTER, refused(file, House.note("a\u202Eb")));
        assertEquals(ErrorCode.FORBIDDEN_CHARACTER, refused(file, House.note("a\uD800b")));
        assertEquals(ErrorCode.TOO_LONG, refused(file, House.note("x".repeat(10_000_000))));
        assertEquals(ErrorCode.TOO_MANY, refused(file, manyFields()));
        assertEquals(ErrorCode.UNKNOWN_ACTIVITY, refused(file, House.entry("'; drop table", 1, Map.of())));
    }

    @Test
    public void withoutADatabaseNothingIsSaved() {
        house.store.goDown(true);

        assertThrows(StoreUnavailableException.class, () -> open(House.openCase()));

        house.store.goDown(false);
        assertEquals(0, house.rows());
        assertTrue(open(House.openCase()).version() == 1);
    }

    private static NewEntry manyFields() {
        Map<String, FieldValue> values = new HashMap<>();
        for (int i = 0; i <= 200; i++) {
            values.put("f" + i, new FieldValue.IntegerValue(i));
        }
        return House.entry("forensic_interview", 1, values);
    }

    private CaseFile closedCase() {
        return open(new OpenCase(
                House.values().with(CoreField.PROSECUTION, new FieldValue.CodeValue("no")),
                List.of(House.closure(5), House.accepted(20))));
    }

    private CaseFile open(OpenCase command) {
        return open(command, RequestKey.fresh());
    }

    private CaseFile open(OpenCase command, RequestKey key) {
        return house.cases.open(House.coordinator(), command, key).orElseThrow();
    }

    private CaseFile stored(CaseFile file) {
        return details(file).file();
    }

    private CaseDetails details(CaseFile file) {
        return house.cases.find(House.coordinator(), file.id()).orElseThrow();
    }

    private CaseFile change(CaseFile file, Map<FieldId, Optional<FieldValue>> changes) {
        return tryChange(file, changes).orElseThrow();
    }

    private Outcome<CaseFile> tryChange(CaseFile file, Map<FieldId, Optional<FieldValue>> changes) {
        return house.cases.change(
                House.coordinator(), new ChangeCase(file.id(), file.version(), changes), RequestKey.fresh());
    }

    private TimelineEntry record(CaseFile file, NewEntry entry, RequestKey key) {
        return house.cases
                .record(House.coordinator(), new RecordEntry(file.id(), entry), key)
                .orElseThrow();
    }

    private ErrorCode refused(CaseFile file, NewEntry entry) {
        return code(house.cases.record(House.coordinator(), new RecordEntry(file.id(), entry), RequestKey.fresh()));
    }

    private Outcome<TimelineEntry> correct(CaseFile file, TimelineEntry entry, LocalDate day) {
        return house.cases.change(
                House.coordinator(),
                new ChangeEntry(file.id(), entry.id(), entry.version(), day, Map.of()),
                RequestKey.fresh());
    }

    private Outcome<TimelineEntry> remove(CaseFile file, TimelineEntry entry, boolean restore) {
        return house.cases.remove(
                House.coordinator(),
                new RemoveEntry(file.id(), entry.id(), entry.version(), restore),
                RequestKey.fresh());
    }

    private static ErrorCode code(Outcome<?> outcome) {
        return SaveGatesTest.problems(outcome).getFirst().code();
    }
}
