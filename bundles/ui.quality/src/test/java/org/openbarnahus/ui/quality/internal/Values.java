// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.quality.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.openbarnahus.core.model.indicator.DayHistogram;
import org.openbarnahus.core.model.indicator.IndicatorInfo;
import org.openbarnahus.core.model.indicator.IndicatorInfo.Direction;
import org.openbarnahus.core.model.indicator.IndicatorKind;
import org.openbarnahus.core.model.indicator.IndicatorValue;
import org.openbarnahus.core.model.indicator.IndicatorValue.Part;
import org.openbarnahus.core.model.indicator.Tally;

/** Indicator values to show. */
final class Values {
    static final IndicatorInfo ALL_WISHED =
            new IndicatorInfo("percent", Direction.HIGHER, Optional.of(100.0), true, "a directive");
    static final IndicatorInfo FAST = new IndicatorInfo("days", Direction.LOWER, Optional.of(14.0), false, "a law");
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);

    private Values() {}

    static IndicatorValue share(long numerator, long denominator) {
        return of(
                IndicatorKind.SHARE,
                new Tally(denominator, numerator, 3, 1, DayHistogram.EMPTY, Map.of()),
                denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * numerator / denominator),
                ALL_WISHED);
    }

    static IndicatorValue withheld(IndicatorValue value, Set<Part> parts) {
        return new IndicatorValue(
                value.id(),
                value.from(),
                value.to(),
                value.kind(),
                Tally.EMPTY,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                value.info(),
                value.computedAt(),
                value.version(),
                parts);
    }

    static IndicatorValue median(double days, double p90) {
        Tally tally = new Tally(9, 0, 2, 0, DayHistogram.EMPTY, Map.of());
        return new IndicatorValue(
                "m",
                FROM,
                FROM.plusMonths(3),
                IndicatorKind.MEDIAN,
                tally,
                OptionalDouble.of(days),
                OptionalDouble.of(p90),
                Optional.of(FAST),
                Instant.EPOCH,
                "1.0.0@bqs/0.1.0",
                Set.of());
    }

    private static IndicatorValue of(IndicatorKind kind, Tally tally, OptionalDouble value, IndicatorInfo info) {
        return new IndicatorValue(
                "s",
                FROM,
                FROM.plusMonths(3),
                kind,
                tally,
                value,
                OptionalDouble.empty(),
                Optional.of(info),
                Instant.EPOCH,
                "1.0.0@bqs/0.1.0",
                Set.of());
    }
}
