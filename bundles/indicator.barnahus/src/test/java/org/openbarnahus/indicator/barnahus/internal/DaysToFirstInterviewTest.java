// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.indicator.barnahus.internal;

import static org.junit.Assert.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.Test;
import org.openbarnahus.core.model.condition.EventSubject;
import org.openbarnahus.core.model.fact.CaseFacts;
import org.openbarnahus.core.model.indicator.IndicatorKind;
import org.openbarnahus.core.model.indicator.Tally;
import org.openbarnahus.core.model.indicator.TallyBuilder;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;

public final class DaysToFirstInterviewTest {
    private final DaysToFirstInterview indicator = new DaysToFirstInterview();

    private Tally count(CaseFacts... cases) {
        TallyBuilder tally = new TallyBuilder();
        Arrays.stream(cases).forEach(c -> indicator.count(c, tally));
        return tally.build();
    }

    @Test
    public void measuresFromTheReportToTheFirstInterview() {
        Tally tally = count(facts("2026-01-01", "2026-01-11", "2026-01-05"), facts("2026-01-01", "2026-01-01"));
        assertEquals(2, tally.denominator());
        assertEquals(OptionalDouble.of(2), tally.days().median());
        assertEquals(OptionalInt.of(4), tally.days().quantile(0.9));
    }

    @Test
    public void aCaseWithoutAReportOrAnInterviewIsMissing() {
        assertEquals(2, count(facts("", "2026-01-11"), facts("2026-01-01")).missing());
    }

    @Test
    public void anInterviewBeforeTheReportIsADataError() {
        Tally tally = count(facts("2026-01-11", "2026-01-01"));
        assertEquals(1, tally.excluded());
        assertEquals(0, tally.denominator());
    }

    @Test
    public void theCaseDateDecidesThePeriod() {
        assertEquals(
                OptionalLong.of(LocalDate.of(2026, 1, 2).toEpochDay()),
                indicator.periodDay(facts("2026-01-01", "2026-03-01")));
    }

    @Test
    public void declaresItselfAsTheMedianOfStandardOnePointThree() {
        assertEquals("BH-1.3-01", indicator.id());
        assertEquals("1.3", indicator.standard());
        assertEquals(IndicatorKind.MEDIAN, indicator.kind());
        assertEquals("days", indicator.info().unit());
    }

    private static CaseFacts facts(String report, String... interviews) {
        Map<FieldId, LocalDate> days = new TreeMap<>(Map.of(CoreField.CASE_DATE, LocalDate.of(2026, 1, 2)));
        if (!report.isEmpty()) {
            days.put(CoreField.REPORT_DATE, LocalDate.parse(report));
        }
        return new OneCase(
                days, Arrays.stream(interviews).sorted().map(LocalDate::parse).toList());
    }

    private record OneCase(Map<FieldId, LocalDate> days, List<LocalDate> interviews) implements CaseFacts {
        @Override
        public String state() {
            return "open";
        }

        @Override
        public List<String> codes(FieldId field) {
            return List.of();
        }

        @Override
        public boolean has(FieldId field) {
            return days.containsKey(field);
        }

        @Override
        public boolean anyCode(FieldId field, Set<String> codes) {
            return false;
        }

        @Override
        public OptionalLong number(FieldId field) {
            return OptionalLong.empty();
        }

        @Override
        public OptionalLong epochDay(FieldId field) {
            return days.containsKey(field) ? OptionalLong.of(days.get(field).toEpochDay()) : OptionalLong.empty();
        }

        @Override
        public List<? extends EventSubject> events(String activityType) {
            return activityType.equals("forensic_interview")
                    ? interviews.stream().map(Interview::new).toList()
                    : List.of();
        }
    }

    private record Interview(LocalDate day) implements EventSubject {
        @Override
        public long epochDay() {
            return day.toEpochDay();
        }

        @Override
        public boolean has(FieldId field) {
            return false;
        }

        @Override
        public boolean anyCode(FieldId field, Set<String> codes) {
            return false;
        }

        @Override
        public OptionalLong number(FieldId field) {
            return OptionalLong.empty();
        }

        @Override
        public OptionalLong epochDay(FieldId field) {
            return OptionalLong.empty();
        }
    }
}
