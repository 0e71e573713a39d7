// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.rule;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
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
import org.openbarnahus.core.model.condition.Condition;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.rule.RetentionRule.Start;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValues;

public class RetentionTest {
    private static final LocalDate CLOSED = LocalDate.of(2026, 8, 31);
    private static final LocalDate CASE = LocalDate.of(2026, 3, 1);
    private static final LocalDate TODAY = LocalDate.of(2040, 1, 1);
    private static final FieldValues NINE_YEARS = new FieldValues(
            Map.of(CoreField.CASE_DATE, new FieldValue.DateValue(CASE), CoreField.AGE, new FieldValue.IntegerValue(9)));

    private static RetentionRule rule(String id, Start start, int months, Condition when) {
        Citation law = new Citation("a law", Optional.empty(), false);
        return new RetentionRule(id, "se", start, months, when, law, Optional.empty(), Optional.empty());
    }

    private static RetentionRule rule(String id, Start start, int months) {
        return rule(id, start, months, Condition.ALWAYS);
    }

    private static CaseHistory history(CaseState state, FieldValues values) {
        Stamp stamp = new Stamp(Instant.parse("2026-03-02T23:30:00Z"), new UserId(new UUID(1, 1)));
        return new CaseHistory(
                new CaseFile(
                        new CaseId(new UUID(2, 2)),
                        CaseNumber.of("SE-LKP", 2026, 1),
                        new ServiceId(new UUID(3, 3)),
                        state,
                        values,
                        new SnapshotId("s0123456789abcdef"),
                        1,
                        stamp,
                        stamp,
                        Optional.empty()),
                List.of());
    }

    private static CaseHistory closed(FieldValues values) {
        return history(new CaseState.Closed(CLOSED, "completed"), values);
    }

    private static Optional<LocalDate> until(RetentionRule rule, FieldValues values) {
        return Retention.of(List.of(rule), closed(values), TODAY).map(Retention::until);
    }

    @Test
    public void theLastDayIsStillKept() {
        Retention kept = Retention.of(List.of(rule("se.a", Start.CLOSED, 6)), closed(NINE_YEARS), TODAY)
                .orElseThrow();
        assertEquals("a month that lacks the day", LocalDate.of(2027, 2, 28), kept.until());
        assertFalse(kept.over(kept.until()));
        assertTrue(kept.over(kept.until().plusDays(1)));
    }

    @Test
    public void birthIsTheLatestThatTheAgeAllows() {
        RetentionRule thirty = rule("se.b", Start.BORN, 360);
        assertEquals(Optional.of(LocalDate.of(2047, 3, 1)), until(thirty, NINE_YEARS));
        FieldValues unknown = NINE_YEARS.without(Set.of(CoreField.AGE));
        assertEquals("no age: newly born", Optional.of(LocalDate.of(2056, 3, 1)), until(thirty, unknown));
        assertEquals(
                "no date: recorded then", Optional.of(LocalDate.of(2056, 3, 2)), until(thirty, FieldValues.empty()));
    }

    @Test
    public void theRuleThatKeepsLongestDecides() {
        RetentionRule five = rule("se.a", Start.CLOSED, 60);
        RetentionRule thirty = rule("se.b", Start.BORN, 360);
        assertEquals(thirty, of(five, thirty).rule());
        assertEquals(thirty, of(thirty, five).rule());
        RetentionRule century = rule("se.c", Start.CLOSED, 1200);
        assertEquals(century, of(five, thirty, century).rule());
    }

    private static Retention of(RetentionRule... rules) {
        return Retention.of(List.of(rules), closed(NINE_YEARS), TODAY).orElseThrow();
    }

    @Test
    public void aCaseThatIsNotClosedOrNoConcernOfARuleIsNotDue() {
        RetentionRule five = rule("se.a", Start.CLOSED, 60);
        for (CaseState state : List.of(new CaseState.Referred(), new CaseState.Open(CLOSED))) {
            assertEquals(Optional.empty(), Retention.of(List.of(five), history(state, NINE_YEARS), TODAY));
        }
        Condition girls = new Condition.FieldIn(FieldId.of("sex"), Set.of("female"));
        assertEquals(Optional.empty(), until(rule("se.a", Start.CLOSED, 60, girls), NINE_YEARS));
    }

    @Test
    public void theLawOfTheDayGoverns() {
        Citation law = new Citation("a law", Optional.empty(), true);
        RetentionRule later = new RetentionRule(
                "se.a", "se", Start.CLOSED, 1, Condition.ALWAYS, law, Optional.of(TODAY), Optional.of(TODAY));
        assertTrue(Retention.of(List.of(later), closed(NINE_YEARS), TODAY).isPresent());
        for (LocalDate day : List.of(TODAY.minusDays(1), TODAY.plusDays(1))) {
            assertEquals(Optional.empty(), Retention.of(List.of(later), closed(NINE_YEARS), day));
        }
        assertThrows(IllegalArgumentException.class, () -> rule("se.a", Start.CLOSED, 0));
        assertThrows(IllegalArgumentException.class, () -> rule("se.a", Start.CLOSED, 1_801));
    }
}
