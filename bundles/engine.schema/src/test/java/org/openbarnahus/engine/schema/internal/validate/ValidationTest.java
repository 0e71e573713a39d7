// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.validate;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValue.CodesValue;
import org.openbarnahus.core.model.value.FieldValue.DateValue;
import org.openbarnahus.core.model.value.FieldValue.IntegerValue;
import org.openbarnahus.core.model.value.FieldValue.RowsValue;
import org.openbarnahus.core.model.value.FieldValue.TextValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.engine.schema.internal.compose.Snapshots;

public class ValidationTest {
    private static final SchemaSnapshot SE = Snapshots.of("SE");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 1);
    private static final Scope INTERVIEW = Scope.activity("forensic_interview");

    @Test
    public void aCompleteCaseHasNoProblems() {
        assertEquals(Set.of(), problems(aCase()));
    }

    @Test
    public void everythingWrongIsToldAtOnce() {
        FieldValues values = aCase().without(Set.of(CoreField.SEX))
                .with(CoreField.AGE, new IntegerValue(18))
                .with(CoreField.MUNICIPALITY, new CodeValue("9999"));
        assertEquals(Set.of("REQUIRED sex", "TOO_LARGE age", "UNKNOWN_CODE municipality"), problems(values));
    }

    @Test
    public void aNegativeAgeIsTooSmall() {
        assertEquals(Set.of("TOO_SMALL age"), problems(aCase().with(CoreField.AGE, new IntegerValue(-1))));
    }

    @Test
    public void fieldsUnknownOrOfTheOtherScopeAreRefused() {
        FieldValues values =
                aCase().with(FieldId.of("fi.gone"), new CodeValue("a")).with(CoreField.NOTE, new TextValue("a note"));
        assertEquals(Set.of("UNKNOWN_FIELD fi.gone", "UNKNOWN_FIELD note"), problems(values));
    }

    @Test
    public void everyTypeRefusesAnotherShape() {
        for (FieldId field : SE.fields().keySet()) {
            if (SE.field(field).orElseThrow().askedIn(Scope.CASE)) {
                FieldValue wrong = new TextValue("text");
                assertTrue(
                        field.value(),
                        problems(aCase().with(field, wrong)).stream()
                                .anyMatch(p -> p.equals("WRONG_TYPE " + field) || p.equals("NOT_APPLICABLE " + field)));
            }
        }
    }

    @Test
    public void datesInTheFutureAndMistypedYearsAreRefused() {
        assertEquals(
                Set.of("DATE_IN_FUTURE report_date"),
                problems(aCase().with(CoreField.REPORT_DATE, new DateValue(TODAY.plusDays(1)))));
        assertEquals(
                Set.of("DATE_BEFORE report_date"),
                problems(aCase().with(CoreField.REPORT_DATE, new DateValue(LocalDate.of(202, 1, 1)))));
        assertEquals(Set.of(), problems(aCase().with(CoreField.REPORT_DATE, new DateValue(DAY.plusDays(3)))));
    }

    @Test
    public void aCodeIsValidOnlyInItsTime() {
        FieldValues values = aCase().with(CoreField.SUSPICION, new CodesValue(List.of("se.barnfridsbrott"), null));
        assertEquals(Set.of(), problems(values));
        List<Problem> early = Validation.of(SE, Scope.CASE, values, LocalDate.of(2021, 6, 30), TODAY, false);
        assertEquals("CODE_NOT_VALID_ON_DATE", early.getFirst().code().name());
        assertEquals("2021-06-30", early.getFirst().arguments().get("date"));
    }

    @Test
    public void aHiddenCodeIsRefused() {
        assertEquals(
                Set.of("UNKNOWN_CODE child_role"),
                problems(aCase().with(CoreField.CHILD_ROLE, new CodeValue("suspect"))));
    }

    @Test
    public void aFieldThatIsNotAskedForMustBeEmpty() {
        FieldValues values = aCase().with(CoreField.NEEDS_ASSESSED_ON, new DateValue(DAY));
        assertEquals(Set.of("NOT_APPLICABLE special_needs.assessed_on"), problems(values));
        assertEquals(Set.of(), problems(values.with(CoreField.NEEDS_ASSESSED, new CodeValue("yes"))));
    }

    @Test
    public void moreIsAskedForBeforeClosure() {
        Set<String> problems = texts(Validation.of(SE, Scope.CASE, aCase(), DAY, TODAY, true));
        assertTrue(problems.contains("REQUIRED_BEFORE_CLOSURE suspects"));
        assertTrue("a country's override counts", problems.contains("REQUIRED_BEFORE_CLOSURE report_date"));
    }

    @Test
    public void prosecutionContradictsACaseThatIsNotReported() {
        FieldValues prosecuted = aCase().with(CoreField.PROSECUTION, new CodeValue("yes"));
        assertEquals(Set.of(), problems(prosecuted));
        assertEquals(Set.of(), problems(prosecuted.with(CoreField.POLICE_REPORT, new CodeValue("yes"))));
        assertEquals(
                Set.of("CONTRADICTION has_led_to_police_report"),
                problems(prosecuted.with(CoreField.POLICE_REPORT, new CodeValue("no"))));
    }

    @Test
    public void rowsNeedTheirRequiredColumnAndKnowNoOther() {
        assertEquals(Set.of(), problems(suspects(Map.of("relation", "stranger", "sex", "male"))));
        assertEquals(Set.of("REQUIRED suspects"), problems(suspects(Map.of("sex", "male"))));
        assertEquals(Set.of("UNKNOWN_CODE suspects"), problems(suspects(Map.of("relation", "alien"))));
        assertEquals(Set.of("UNKNOWN_FIELD suspects"), problems(suspects(Map.of("relation", "stranger", "shoe", "1"))));
    }

    @Test
    public void tooManyRowsAreRefused() {
        List<Map<String, String>> rows = java.util.Collections.nCopies(11, Map.of("relation", "stranger"));
        assertEquals(Set.of("TOO_MANY suspects"), problems(aCase().with(CoreField.SUSPECTS, new RowsValue(rows))));
    }

    @Test
    public void notesAreMeasuredInCharactersAndSearchedForHiddenOnes() {
        assertEquals(Set.of(), note("line\nline\t🙂"));
        assertEquals(Set.of(), note("🙂".repeat(4000)));
        assertEquals(Set.of("TOO_LONG note"), note("a".repeat(4001)));
        for (String bad : List.of("a\u0000", "a\u202Eb", "a\u2066b", "a\u0007", "a\u200Fb", "a\uD800", "a\uFFFE")) {
            assertEquals(Set.of("FORBIDDEN_CHARACTER note"), note(bad));
        }
    }

    @Test
    public void anActivityNeedsAKnownTypeAndAPastDay() {
        assertEquals(
                Set.of("UNKNOWN_ACTIVITY type"),
                texts(Validation.of(SE, Scope.activity("party"), FieldValues.empty(), DAY, TODAY, false)));
        assertEquals(
                Set.of("DATE_IN_FUTURE date"),
                texts(Validation.of(SE, INTERVIEW, FieldValues.empty(), TODAY.plusDays(1), TODAY, false)));
    }

    @Test
    public void aClosureNeedsItsReason() {
        assertEquals(
                Set.of("REQUIRED closure_reason"),
                texts(Validation.of(SE, Scope.activity("closure"), FieldValues.empty(), DAY, TODAY, false)));
    }

    private static Set<String> note(String text) {
        FieldValues values = FieldValues.empty().with(CoreField.NOTE, new TextValue(text));
        return texts(Validation.of(SE, INTERVIEW, values, DAY, TODAY, false));
    }

    private static FieldValues suspects(Map<String, String> row) {
        return aCase().with(CoreField.SUSPECTS, new RowsValue(List.of(row)));
    }

    private static Set<String> problems(FieldValues values) {
        return texts(Validation.of(SE, Scope.CASE, values, DAY, TODAY, false));
    }

    private static Set<String> texts(List<Problem> problems) {
        return new TreeSet<>(
                problems.stream().map(p -> p.code() + " " + p.path()).toList());
    }

    private static FieldValues aCase() {
        return new FieldValues(Map.of(
                CoreField.CASE_DATE, new DateValue(DAY),
                CoreField.INITIATED_BY, new CodeValue("police"),
                CoreField.CHILD_ROLE, new CodeValue("victim"),
                CoreField.AGE, new IntegerValue(9),
                CoreField.SEX, new CodeValue("female"),
                CoreField.MUNICIPALITY, new CodeValue("0580"),
                CoreField.SUSPICION, new CodesValue(List.of("physical_other"), null),
                CoreField.ONLINE_ELEMENT, new CodeValue("none")));
    }
}
