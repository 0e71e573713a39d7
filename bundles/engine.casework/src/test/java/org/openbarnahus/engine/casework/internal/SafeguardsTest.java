// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.NextDue;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.rule.Verdict;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.command.NewEntry;
import org.openbarnahus.core.service.command.OpenCase;
import org.openbarnahus.core.service.command.RecordEntry;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.engine.casework.fake.House;
import org.openbarnahus.engine.casework.fake.SmallLaw;

public class SafeguardsTest extends Desk {
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
        assertEquals("hits:1,shown:1", trail.get(1).detail());
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
        assertEquals(ErrorCode.FORBIDDEN_CHARACTER, refused(file, House.note("a\u2028b")));
        assertEquals(ErrorCode.FORBIDDEN_CHARACTER, refused(file, House.note("a\u200Bb")));
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
}
