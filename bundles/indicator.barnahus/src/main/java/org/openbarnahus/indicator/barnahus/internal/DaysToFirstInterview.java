// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.indicator.barnahus.internal;

import java.util.Optional;
import java.util.OptionalLong;
import org.openbarnahus.core.model.condition.EventSubject;
import org.openbarnahus.core.model.fact.CaseFacts;
import org.openbarnahus.core.model.indicator.IndicatorInfo;
import org.openbarnahus.core.model.indicator.IndicatorKind;
import org.openbarnahus.core.model.indicator.TallyBuilder;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.spi.indicator.IndicatorCalculator;
import org.osgi.service.component.annotations.Component;

/**
 * BH-1.3-01: calendar days from the report to the first forensic interview, of the cases whose date lies in the period. A case
 * without a report date or not interviewed yet is missing; an interview before the report is a data error and excluded.
 */
@Component
public final class DaysToFirstInterview implements IndicatorCalculator {
    private static final String INTERVIEW = "forensic_interview";

    @Override
    public String id() {
        return "BH-1.3-01";
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public String standard() {
        return "1.3";
    }

    @Override
    public IndicatorKind kind() {
        return IndicatorKind.MEDIAN;
    }

    /** No target of its own: national rules set it, and measure it case by case. */
    @Override
    public IndicatorInfo info() {
        return new IndicatorInfo(
                "days",
                IndicatorInfo.Direction.LOWER,
                Optional.empty(),
                false,
                "Barnahus Quality Standards 1.3; national limits, as straffeprosessloven § 239 e: 7, 14 or 21 days");
    }

    @Override
    public OptionalLong periodDay(CaseFacts facts) {
        return facts.epochDay(CoreField.CASE_DATE);
    }

    @Override
    public void count(CaseFacts facts, TallyBuilder tally) {
        OptionalLong reported = facts.epochDay(CoreField.REPORT_DATE);
        OptionalLong interviewed = facts.events(INTERVIEW).stream()
                .mapToLong(EventSubject::epochDay)
                .min();
        if (reported.isEmpty() || interviewed.isEmpty()) {
            tally.missing();
        } else {
            tally.days(interviewed.getAsLong() - reported.getAsLong());
        }
    }
}
