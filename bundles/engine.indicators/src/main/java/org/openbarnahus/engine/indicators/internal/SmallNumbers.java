// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openbarnahus.core.model.indicator.DayHistogram;
import org.openbarnahus.core.model.indicator.IndicatorKind;
import org.openbarnahus.core.model.indicator.IndicatorValue;
import org.openbarnahus.core.model.indicator.IndicatorValue.Part;
import org.openbarnahus.core.model.indicator.Tally;

/**
 * What of a figure is not told to whoever does not reach all cases of the house: what rests on one to four cases, and as much
 * beside it as makes it impossible to work it out from the same answer and its total. Pure. Decision 46.
 *
 * @param narrowed to days or codes of the reader's choice: there none sounds like few, or yes and no would tell as much as a
 *     number
 */
record SmallNumbers(boolean narrowed) {
    static final int FEW = 5;

    /** Nine tenths of fewer cases leave fewer than {@link #FEW} beyond. */
    static final int FEW_BEYOND = 50;

    /** What of one value is withheld, looked at alone. */
    Set<Part> of(IndicatorKind kind, Tally tally) {
        long cases = tally.denominator();
        if (small(cases)) {
            return EnumSet.allOf(Part.class);
        }
        Set<Part> withheld = EnumSet.noneOf(Part.class);
        long others = cases - tally.numerator();
        if ((kind == IndicatorKind.SHARE && (small(tally.numerator()) || small(others)))
                || (kind == IndicatorKind.COUNT && (small(tally.numerator()) || some(others)))) {
            withhold(Part.NUMERATOR, withheld);
        }
        if (kind == IndicatorKind.MEDIAN && cases > 0 && cases < FEW_BEYOND) {
            withheld.add(Part.P90);
        }
        if (small(tally.missing())) {
            withheld.add(Part.MISSING);
        }
        if (small(tally.excluded())) {
            withheld.add(Part.EXCLUDED);
        }
        return withheld;
    }

    /** Consecutive periods, whose total the reader may ask for as well: one that is withheld alone could be subtracted. */
    List<IndicatorValue> told(List<IndicatorValue> values) {
        List<Set<Part>> withheld = new ArrayList<>();
        values.forEach(value -> withheld.add(of(value.kind(), value.tally())));
        for (Part part : List.of(Part.DENOMINATOR, Part.NUMERATOR, Part.MISSING, Part.EXCLUDED)) {
            spread(part, values, withheld);
        }
        Set<String> codes = values.stream()
                .flatMap(value -> withheldCodes(value.tally().byCode()).stream())
                .collect(Collectors.toCollection(HashSet::new));
        return IntStream.range(0, values.size())
                .mapToObj(i -> told(values.get(i), withheld.get(i), codes))
                .toList();
    }

    /** Withholds in more periods until those withheld, taken together, may be told. */
    private void spread(Part part, List<IndicatorValue> values, List<Set<Part>> withheld) {
        boolean more = true;
        while (more && tells(part, values, withheld)) {
            Optional<Integer> smallest = IntStream.range(0, values.size())
                    .filter(i -> !withheld.get(i).contains(part))
                    .filter(i -> weight(part, values.get(i).tally()) > 0)
                    .boxed()
                    .min(Comparator.comparing(i -> weight(part, values.get(i).tally())));
            smallest.ifPresent(i -> withhold(part, withheld.get(i)));
            // otherwise the total is not told either
            more = smallest.isPresent();
        }
    }

    private boolean tells(Part part, List<IndicatorValue> values, List<Set<Part>> withheld) {
        List<Tally> together = IntStream.range(0, values.size())
                .filter(i -> withheld.get(i).contains(part))
                .mapToObj(i -> values.get(i).tally())
                .toList();
        return !together.isEmpty()
                && of(values.getFirst().kind(), together.stream().reduce(Tally.EMPTY, Tally::merge))
                        .contains(part);
    }

    private static long weight(Part part, Tally tally) {
        return switch (part) {
            case MISSING -> tally.missing();
            case EXCLUDED -> tally.excluded();
            default -> tally.denominator();
        };
    }

    private static void withhold(Part part, Set<Part> withheld) {
        switch (part) {
            case DENOMINATOR -> withheld.addAll(EnumSet.allOf(Part.class));
            case NUMERATOR -> withheld.addAll(EnumSet.of(Part.NUMERATOR, Part.VALUE));
            default -> withheld.add(part);
        }
    }

    /** The smallest, until together they are not few. Which codes have no case is not told where some are withheld. */
    private static Set<String> withheldCodes(Map<String, Long> byCode) {
        Set<String> withheld = new HashSet<>();
        long together = 0;
        for (Map.Entry<String, Long> code :
                byCode.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList()) {
            if (some(code.getValue()) || some(together)) {
                withheld.add(code.getKey());
                together += code.getValue();
            }
        }
        return withheld;
    }

    private static IndicatorValue told(IndicatorValue value, Set<Part> withheld, Set<String> codes) {
        Tally all = value.tally();
        Map<String, Long> byCode = new TreeMap<>(all.byCode());
        byCode.keySet().removeAll(withheld.contains(Part.CODES) ? all.byCode().keySet() : codes);
        if (byCode.size() < all.byCode().size()) {
            withheld.add(Part.CODES);
        } else if (value.kind() != IndicatorKind.DISTRIBUTION) {
            withheld.remove(Part.CODES);
        }
        Tally tally = new Tally(
                withheld.contains(Part.DENOMINATOR) ? 0 : all.denominator(),
                withheld.contains(Part.NUMERATOR) ? 0 : all.numerator(),
                withheld.contains(Part.MISSING) ? 0 : all.missing(),
                withheld.contains(Part.EXCLUDED) ? 0 : all.excluded(),
                DayHistogram.EMPTY,
                byCode);
        return new IndicatorValue(
                value.id(),
                value.from(),
                value.to(),
                value.kind(),
                tally,
                withheld.contains(Part.VALUE) ? OptionalDouble.empty() : value.value(),
                withheld.contains(Part.P90) ? OptionalDouble.empty() : value.p90(),
                value.info(),
                value.computedAt(),
                value.version(),
                withheld);
    }

    private boolean small(long cases) {
        return cases < FEW && (narrowed || cases > 0);
    }

    private static boolean some(long cases) {
        return cases > 0 && cases < FEW;
    }
}
