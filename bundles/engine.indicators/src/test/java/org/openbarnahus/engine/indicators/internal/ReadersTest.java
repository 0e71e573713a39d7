// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.openbarnahus.engine.indicators.internal.Cases.aCase;
import static org.openbarnahus.engine.indicators.internal.Schemas.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.indicator.IndicatorKind;
import org.openbarnahus.core.model.indicator.IndicatorValue;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.gate.PaceGate;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.sdk.testkit.Partial;

/** Whoever does not reach all cases of the house finds none of them by figures. */
public final class ReadersTest {
    private static final String ID = "BH-1.10-01";
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
    private static final Map<FieldId, Set<String>> ALL = Map.of();
    private static final Map<FieldId, Set<String>> GIRLS = Map.of(Schemas.SEX, Set.of("female"));

    private final House house = new House();
    private final Quality quality = new Quality(
            house.access,
            Partial.of(SchemaGate.class, new Gate()),
            house.site,
            () -> House.NOW,
            house.facts,
            new Catalogue(),
            Partial.of(PaceGate.class, house));

    /** Has the schema of the test. */
    public static final class Gate {
        public Optional<SchemaSnapshot> newest(String country) {
            return Optional.of(Schemas.snapshot(
                    indicator(ID, "1.10", IndicatorKind.DISTRIBUTION), indicator("BH-2-01", "2", IndicatorKind.SHARE)));
        }
    }

    @Before
    public void tenCasesOfWhichOneIsAlone() {
        for (int i = 1; i <= 9; i++) {
            house.save(aCase(i).date("case_date", "2026-02-01")
                    .code("sex", "female")
                    .codes("suspicion", "a"));
        }
        house.save(aCase(10).date("case_date", "2026-05-04").code("sex", "male").codes("suspicion", "b"));
        house.member = true;
    }

    private Outcome<IndicatorValue> ask(LocalDate from, LocalDate to, Map<FieldId, Set<String>> filter) {
        return quality.value(house.session, ID, from, to, filter);
    }

    private static boolean answered(Outcome<?> outcome) {
        return outcome instanceof Outcome.Done;
    }

    @Test
    public void aDayOfOneCaseSaysNothingAndSoundsLikeADayOfNone() {
        LocalDate day = LocalDate.of(2026, 5, 4);
        IndicatorValue one = ask(day, day.plusDays(1), ALL).orElseThrow();
        assertEquals(0, one.tally().denominator());
        assertEquals(Map.of(), one.tally().byCode());
        assertTrue(one.withholds(IndicatorValue.Part.DENOMINATOR));
        IndicatorValue none = ask(day.minusDays(1), day, ALL).orElseThrow();
        assertEquals(one.withheld(), none.withheld());
        assertEquals(one.tally(), none.tally());
        house.member = false;
        assertEquals(
                Map.of("b", 1L),
                ask(day, day.plusDays(1), ALL).orElseThrow().tally().byCode());
    }

    @Test
    public void theOrdinaryQuestionIsNotCountedAndWithholdsWhatIsSmall() {
        IndicatorValue year = ask(NEW_YEAR, TODAY.plusDays(1), ALL).orElseThrow();
        assertEquals(OptionalDouble.of(10), year.value());
        assertEquals("ten less nine is one", Map.of(), year.tally().byCode());
        assertEquals("2026-01-01/2026-06-02", house.audit.getLast().detail());
        assertEquals(Set.of(), house.asked);
    }

    @Test
    public void whatThePageOffersByNameIsOrdinaryAndAnyOtherQuestionIsNot() {
        assertTrue(new Question(NEW_YEAR, TODAY.plusDays(1), ALL).ordinary(TODAY));
        assertTrue(new Question(TODAY.minusYears(1).plusDays(1), TODAY.plusDays(1), ALL).ordinary(TODAY));
        assertTrue(new Question(NEW_YEAR.minusYears(1), NEW_YEAR, ALL).ordinary(TODAY));
        assertFalse(new Question(NEW_YEAR, TODAY.plusDays(1), GIRLS).ordinary(TODAY));
        assertFalse("a day less", new Question(NEW_YEAR, TODAY, ALL).ordinary(TODAY));
        assertFalse(new Question(NEW_YEAR.minusYears(2), TODAY.plusDays(1), ALL).ordinary(TODAY));
        assertFalse(new Question(NEW_YEAR.minusYears(1), TODAY.plusDays(1), ALL).ordinary(TODAY));
    }

    @Test
    public void narrowedQuestionsAreCountedOnceAndStopForASecondFactor() {
        house.questions = 2;
        assertTrue(answered(ask(NEW_YEAR, TODAY, ALL)));
        assertEquals("2026-01-01/2026-06-01,narrowed", house.audit.getLast().detail());
        assertTrue("its quarters, too", answered(quality.quarters(house.session, ID, NEW_YEAR, TODAY, ALL)));
        assertEquals("2026-01-01/2026-06-01", house.audit.getLast().detail());
        assertTrue(answered(ask(NEW_YEAR, TODAY.plusDays(1), GIRLS)));
        assertEquals(Outcome.refused(Problem.of(ErrorCode.STEP_UP_REQUIRED)), ask(NEW_YEAR, TODAY.minusDays(1), ALL));
        assertEquals("reading-on", house.audit.getLast().detail());
        assertEquals(AuditEntry.Result.REFUSED, house.audit.getLast().result());
        assertTrue("ordinary ones go on", answered(ask(NEW_YEAR, TODAY.plusDays(1), ALL)));
    }

    @Test
    public void theSameQuestionIsTheSameHoweverItIsPut() {
        Set<String> both = Set.of("male", "female");
        String text = new Question(NEW_YEAR, TODAY, Map.of(Schemas.SEX, both)).text();
        assertEquals("2026-01-01/2026-06-01 {sex=[female, male]}", text);
    }

    @Test
    public void whoeverReachesAllCasesIsToldAllAndNotCounted() {
        house.member = false;
        house.questions = 0;
        assertEquals(
                Map.of("a", 9L, "b", 1L),
                ask(NEW_YEAR, TODAY, ALL).orElseThrow().tally().byCode());
        assertEquals("2026-01-01/2026-06-01", house.audit.getLast().detail());
        List<IndicatorValue> quarters =
                quality.quarters(house.session, "BH-2-01", NEW_YEAR, TODAY, ALL).orElseThrow();
        assertEquals(1, quarters.get(1).tally().denominator());
    }
}
