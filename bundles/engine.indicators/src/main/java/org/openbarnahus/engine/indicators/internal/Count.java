// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openbarnahus.core.model.fact.CaseFacts;
import org.openbarnahus.core.model.indicator.IndicatorKind;
import org.openbarnahus.core.model.indicator.Tally;
import org.openbarnahus.core.model.indicator.TallyBuilder;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.spi.indicator.IndicatorCalculator;

/** One pass over the facts that counts an indicator for several periods at once, and how a value is read from a tally. */
final class Count {
    private static final double NINE_TENTHS = 0.9;

    private final IndicatorCalculator calculator;
    private final Map<FieldId, Set<String>> filter;
    private final long[] bounds;
    private final TallyBuilder[] tallies;

    private Count(IndicatorCalculator calculator, Periods periods, Map<FieldId, Set<String>> filter) {
        this.calculator = calculator;
        this.filter = filter;
        this.bounds = periods.epochDays();
        this.tallies = IntStream.range(0, periods.count())
                .mapToObj(i -> new TallyBuilder())
                .toArray(TallyBuilder[]::new);
    }

    /** One tally per period. */
    static List<Tally> over(
            FactTable facts, IndicatorCalculator calculator, Periods periods, Map<FieldId, Set<String>> filter) {
        Count count = new Count(calculator, periods, filter);
        facts.scan(count::visit);
        return Stream.of(count.tallies).map(TallyBuilder::build).toList();
    }

    private void visit(CaseFacts facts) {
        OptionalLong day = calculator.periodDay(facts);
        if (day.isEmpty() || day.getAsLong() < bounds[0] || day.getAsLong() >= bounds[bounds.length - 1]) {
            return;
        }
        if (wanted(facts)) {
            int found = Arrays.binarySearch(bounds, day.getAsLong());
            calculator.count(facts, tallies[found >= 0 ? found : -found - 2]);
        }
    }

    private boolean wanted(CaseFacts facts) {
        for (Map.Entry<FieldId, Set<String>> wish : filter.entrySet()) {
            if (!facts.anyCode(wish.getKey(), wish.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** The value in the indicator's unit; of a distribution, the cases it is spread over. Empty when nothing was counted. */
    static OptionalDouble value(IndicatorKind kind, Tally tally) {
        boolean none = tally.denominator() == 0;
        return switch (kind) {
            case SHARE ->
                none ? OptionalDouble.empty() : OptionalDouble.of(100.0 * tally.numerator() / tally.denominator());
            case COUNT -> OptionalDouble.of((double) tally.numerator());
            case MEDIAN -> tally.days().median();
            case MEAN -> tally.days().mean();
            case DISTRIBUTION -> none ? OptionalDouble.empty() : OptionalDouble.of((double) tally.denominator());
        };
    }

    static OptionalDouble p90(IndicatorKind kind, Tally tally) {
        return kind == IndicatorKind.MEDIAN && tally.days().n() > 0
                ? OptionalDouble.of(tally.days().quantile(NINE_TENTHS).getAsInt())
                : OptionalDouble.empty();
    }
}
