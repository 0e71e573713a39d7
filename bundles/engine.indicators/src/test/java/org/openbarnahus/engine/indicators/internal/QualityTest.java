// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import static org.junit.Assert.assertEquals;
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
import org.openbarnahus.core.service.gate.PaceGate;
import org.openbarnahus.core.service.gate.SchemaGate;
import org.openbarnahus.core.service.query.IndicatorDescription;
import org.openbarnahus.sdk.testkit.Partial;
import org.openbarnahus.spi.indicator.IndicatorCalculator;

public final class QualityTest {
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate TO = LocalDate.of(2027, 1, 1);

    private final House house = new House();
    private final Catalogue catalogue = new Catalogue();
    private Optional<SchemaSnapshot> schema = Optional.of(Schemas.snapshot(
            indicator("BH-10-01", "10", IndicatorKind.COUNT),
            indicator("BH-2-01", "2", IndicatorKind.SHARE),
            indicator("BH-1.10-01", "1.10", IndicatorKind.DISTRIBUTION),
            indicator("BH-1.3-02", "1.3", IndicatorKind.MEDIAN),
            indicator("BH-1.3-01", "1.3", IndicatorKind.MEAN)));
    private final Quality quality = new Quality(
            house.access,
            Partial.of(SchemaGate.class, new Gate()),
            house.site,
            () -> House.NOW,
            house.facts,
            catalogue,
            Partial.of(PaceGate.class, house));

    /** Has the schema of the test. */
    public final class Gate {
        public Optional<SchemaSnapshot> newest(String country) {
            return schema.filter(s -> s.country().equals(country));
        }
    }

    @Before
    public void someCases() {
        house.save(aCase(1).date("case_date", "2026-01-01")
                .date("report_date", "2026-01-01")
                .code("sex", "female")
                .codes("suspicion", "a", "b")
                .event("forensic_interview", "2026-01-11"));
        house.save(aCase(2).date("case_date", "2026-02-01")
                .date("report_date", "2026-02-01")
                .code("sex", "male")
                .codes("suspicion", "a")
                .event("forensic_interview", "2026-02-21")
                .event("forensic_interview", "2026-03-01"));
        house.save(aCase(3).date("case_date", "2026-05-01")
                .date("report_date", "2026-05-01")
                .code("sex", "unknown"));
        house.save(aCase(4).date("case_date", "2026-06-01")
                .date("report_date", "2026-06-10")
                .code("sex", "female")
                .event("forensic_interview", "2026-06-01"));
        house.save(aCase(5).date("case_date", "2027-01-01").code("sex", "female"));
        house.save(aCase(6).code("sex", "female"));
    }

    private IndicatorValue value(String id) {
        return quality.value(house.session, id, FROM, TO, Map.of()).orElseThrow();
    }

    private static List<Problem> problems(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).problems();
    }

    @Test
    public void aShareLeavesTheUnknownOutAndCountsThem() {
        IndicatorValue share = value("BH-2-01");
        assertEquals(3, share.tally().denominator());
        assertEquals(2, share.tally().numerator());
        assertEquals(1, share.tally().missing());
        assertEquals(200.0 / 3, share.value().getAsDouble(), 1e-9);
        assertEquals(House.NOW, share.computedAt());
        assertEquals("1.0.0@bqs/0.1.0", share.version());
    }

    @Test
    public void whoReadsAnIndicatorLeavesAnEntryAndARefusalNone() {
        value("BH-2-01");
        assertEquals("heavy work has its turn", 1, house.turns);
        assertEquals("BH-2-01", house.audit.getLast().objectId());
        assertEquals("indicator", house.audit.getLast().objectType());
        house.allowed = false;
        int before = house.audit.size();
        problems(quality.value(house.session, "BH-2-01", FROM, TO, Map.of()));
        assertEquals(before, house.audit.size());
    }

    /** After a start the first figure reads every case of the house. */
    @Test
    public void whoeverHasNoTurnReadsNothing() {
        house.busy = true;
        List<Problem> told = problems(quality.value(house.session, "BH-2-01", FROM, TO, Map.of()));
        assertEquals(List.of(Problem.of(ErrorCode.BUSY)), told);
        assertEquals(0, house.wholeReads);
        house.busy = false;
        value("BH-2-01");
        assertEquals(1, house.wholeReads);
    }

    @Test
    public void aCountIsTheNumberThatFulfilsIt() {
        assertEquals(OptionalDouble.of(2), value("BH-10-01").value());
    }

    @Test
    public void aMedianComesWithP90MissingAndExcluded() {
        IndicatorValue median = value("BH-1.3-02");
        assertEquals(OptionalDouble.of(15), median.value());
        assertEquals(OptionalDouble.of(20), median.p90());
        assertEquals(2, median.tally().denominator());
        assertEquals(1, median.tally().missing());
        assertEquals(1, median.tally().excluded());
    }

    @Test
    public void aMeanIsTheMeanOfTheMeasuredDays() {
        assertEquals(OptionalDouble.of(15), value("BH-1.3-01").value());
        assertEquals(OptionalDouble.empty(), value("BH-1.3-01").p90());
    }

    @Test
    public void aDistributionCountsACaseUnderEachOfItsCodes() {
        IndicatorValue spread = value("BH-1.10-01");
        assertEquals(Map.of("a", 2L, "b", 1L), spread.tally().byCode());
        assertEquals(OptionalDouble.of(2), spread.value());
        assertEquals(2, spread.tally().missing());
    }

    @Test
    public void thePeriodIsHalfOpen() {
        LocalDate day = LocalDate.of(2026, 5, 1);
        assertEquals(
                1,
                quality.value(house.session, "BH-10-01", day, day.plusDays(1), Map.of())
                        .orElseThrow()
                        .tally()
                        .denominator());
        assertEquals(
                0,
                quality.value(house.session, "BH-10-01", day.minusDays(1), day, Map.of())
                        .orElseThrow()
                        .tally()
                        .denominator());
    }

    @Test
    public void aFilterKeepsOnlyCasesThatMatchEveryField() {
        Map<FieldId, Set<String>> girls = Map.of(Schemas.SEX, Set.of("female"));
        assertEquals(
                2,
                quality.value(house.session, "BH-10-01", FROM, TO, girls)
                        .orElseThrow()
                        .tally()
                        .denominator());
    }

    @Test
    public void aFilterMustNameACodedCaseFieldAndItsCodes() {
        assertEquals(
                List.of(Problem.at(ErrorCode.UNKNOWN_FIELD, "nothing")),
                problems(
                        quality.value(house.session, "BH-2-01", FROM, TO, Map.of(FieldId.of("nothing"), Set.of("x")))));
        assertEquals(
                List.of(Problem.at(ErrorCode.UNKNOWN_CODE, "sex")),
                problems(quality.value(house.session, "BH-2-01", FROM, TO, Map.of(Schemas.SEX, Set.of("x")))));
        assertEquals(
                List.of(Problem.at(ErrorCode.WRONG_TYPE, "age")),
                problems(quality.value(house.session, "BH-2-01", FROM, TO, Map.of(Schemas.AGE, Set.of("9")))));
    }

    @Test
    public void aPeriodThatEndsBeforeItBeginsOrNeverEndsIsRefused() {
        assertEquals(
                ErrorCode.DATE_BEFORE,
                problems(quality.value(house.session, "BH-2-01", TO, FROM, Map.of()))
                        .get(0)
                        .code());
        assertEquals(
                ErrorCode.TOO_LARGE,
                problems(quality.quarters(house.session, "BH-2-01", FROM, LocalDate.of(9999, 1, 1), Map.of()))
                        .get(0)
                        .code());
    }

    @Test
    public void quartersAddUpToTheYear() {
        List<IndicatorValue> quarters =
                quality.quarters(house.session, "BH-2-01", FROM, TO, Map.of()).orElseThrow();
        assertEquals(4, quarters.size());
        assertEquals(
                value("BH-2-01").tally(),
                quarters.stream()
                        .map(IndicatorValue::tally)
                        .reduce((a, b) -> a.merge(b))
                        .orElseThrow());
        assertEquals(2, quarters.get(0).tally().denominator());
        assertEquals(LocalDate.of(2026, 4, 1), quarters.get(1).from());
    }

    @Test
    public void indicatorsAreListedByStandardAndId() {
        catalogue.add(new FakeCalculator("BH-1.3-00", IndicatorKind.MEDIAN));
        assertEquals(
                List.of("BH-1.3-00", "BH-1.3-01", "BH-1.3-02", "BH-1.10-01", "BH-2-01", "BH-10-01"),
                quality.indicators(house.session).stream()
                        .map(IndicatorDescription::id)
                        .toList());
        assertEquals(false, quality.indicators(house.session).get(0).data());
    }

    @Test
    public void aCalculatorCountsFromTheMomentItComesUntilItGoes() {
        IndicatorCalculator calculator = new FakeCalculator("BH-1.3-00", IndicatorKind.COUNT);
        catalogue.add(calculator);
        assertEquals(4, value("BH-1.3-00").tally().denominator());
        catalogue.remove(calculator);
        assertEquals(
                ErrorCode.NOT_FOUND,
                problems(quality.value(house.session, "BH-1.3-00", FROM, TO, Map.of()))
                        .get(0)
                        .code());
    }

    @Test
    public void aTakenIdIsRefusedAndReported() {
        catalogue.add(new FakeCalculator("BH-2-01", IndicatorKind.COUNT));
        assertEquals(IndicatorKind.SHARE, value("BH-2-01").kind());
        assertEquals(List.of("BH-2-01"), List.copyOf(catalogue.refused()));
    }

    @Test
    public void aCalculatorThatThrowsIsNamedAndTheOthersGoOn() {
        IndicatorCalculator broken = new FakeCalculator("se.broken", IndicatorKind.MEAN);
        catalogue.add(broken);
        assertEquals(
                List.of(Problem.at(ErrorCode.PLUGIN_FAILED, "id", "detail", "se.broken")),
                problems(quality.value(house.session, "se.broken", FROM, TO, Map.of())));
        assertTrue(value("BH-2-01").value().isPresent());
    }

    @Test
    public void whoMayNotReadIndicatorsGetsNone() {
        house.allowed = false;
        assertEquals(List.of(), quality.indicators(house.session));
        assertEquals(
                ErrorCode.DENIED,
                problems(quality.value(house.session, "BH-2-01", FROM, TO, Map.of()))
                        .get(0)
                        .code());
        assertEquals(Optional.empty(), quality.lagSeconds(house.session));
        assertEquals(0, house.looks);
    }

    @Test
    public void withoutTheCountrysPackThereIsNoIndicator() {
        schema = Optional.empty();
        assertEquals(List.of(), quality.indicators(house.session));
        assertEquals(
                ErrorCode.NO_COUNTRY_PACK,
                problems(quality.value(house.session, "BH-2-01", FROM, TO, Map.of()))
                        .get(0)
                        .code());
    }

    @Test
    public void waitsForTheOutboxAndSaysWhenItLags() {
        house.pending = 2;
        assertEquals(Optional.empty(), quality.lagSeconds(house.session));
        assertEquals(3, house.looks);
        house.pending = 100;
        assertEquals(Optional.of(1L), new Lag(house.site, () -> House.NOW, 2).seconds());
    }
}
