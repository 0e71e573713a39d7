// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.indicator;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/** How many cases took how many days. Quantiles of merged histograms are exact, unlike merged medians. */
public record DayHistogram(Map<Integer, Long> casesByDays) {
    public static final DayHistogram EMPTY = new DayHistogram(Map.of());

    public DayHistogram {
        casesByDays = Collections.unmodifiableMap(new TreeMap<>(casesByDays));
    }

    public long n() {
        return casesByDays.values().stream().mapToLong(Long::longValue).sum();
    }

    public DayHistogram merge(DayHistogram other) {
        Map<Integer, Long> sum = new TreeMap<>(casesByDays);
        other.casesByDays.forEach((days, cases) -> sum.merge(days, cases, Long::sum));
        return new DayHistogram(sum);
    }

    public OptionalDouble mean() {
        long n = n();
        return n == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(casesByDays.entrySet().stream()
                                .mapToDouble(e -> e.getKey() * (double) e.getValue())
                                .sum()
                        / n);
    }

    /** Middle value; of an even number of cases, the mean of the two in the middle. */
    public OptionalDouble median() {
        long n = n();
        return n == 0 ? OptionalDouble.empty() : OptionalDouble.of((at((n - 1) / 2) + at(n / 2)) / 2.0);
    }

    /**
     * Nearest-rank quantile: the smallest number of days that covers the share.
     *
     * @param share in (0, 1], as 0.9
     */
    public OptionalInt quantile(double share) {
        long n = n();
        return n == 0 ? OptionalInt.empty() : OptionalInt.of(at((long) Math.ceil(share * n) - 1));
    }

    private int at(long index) {
        long seen = 0;
        for (Map.Entry<Integer, Long> entry : casesByDays.entrySet()) {
            seen += entry.getValue();
            if (index < seen) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("beyond the histogram");
    }
}
