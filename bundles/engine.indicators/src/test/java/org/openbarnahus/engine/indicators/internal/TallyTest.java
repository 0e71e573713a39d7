// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.Test;
import org.openbarnahus.core.model.indicator.IndicatorKind;
import org.openbarnahus.core.model.indicator.Tally;
import org.openbarnahus.core.model.indicator.TallyBuilder;

/** What makes figures of houses add up to figures of nations, tried on many random counts. */
public final class TallyTest {
    private static final int ROUNDS = 300;

    private final Random random = new Random(7);

    @Test
    public void countingApartAndMergingIsCountingTogether() {
        for (int round = 0; round < ROUNDS; round++) {
            TallyBuilder all = new TallyBuilder();
            Tally merged = Tally.EMPTY;
            for (int house = 0; house < 4; house++) {
                TallyBuilder own = new TallyBuilder();
                long seed = random.nextLong();
                count(own, new Random(seed));
                count(all, new Random(seed));
                merged = merged.merge(own.build());
            }
            assertEquals(all.build(), merged);
        }
    }

    @Test
    public void mergingIsIndifferentToOrderAndGroupingAndHasAZero() {
        for (int round = 0; round < ROUNDS; round++) {
            Tally a = tally();
            Tally b = tally();
            Tally c = tally();
            assertEquals(a.merge(b), b.merge(a));
            assertEquals(a.merge(b).merge(c), a.merge(b.merge(c)));
            assertEquals(a, a.merge(Tally.EMPTY));
        }
    }

    @Test
    public void medianMeanAndP90AreThoseOfTheSortedList() {
        for (int round = 0; round < ROUNDS; round++) {
            List<Integer> days = new ArrayList<>();
            TallyBuilder builder = new TallyBuilder();
            int n = 1 + random.nextInt(60);
            for (int i = 0; i < n; i++) {
                int interval = random.nextInt(40);
                days.add(interval);
                builder.days(interval);
            }
            Collections.sort(days);
            Tally tally = builder.build();
            double median = (days.get((n - 1) / 2) + days.get(n / 2)) / 2.0;
            assertEquals(OptionalDouble.of(median), Count.value(IndicatorKind.MEDIAN, tally));
            assertEquals(
                    days.get((int) Math.ceil(0.9 * n) - 1),
                    Count.p90(IndicatorKind.MEDIAN, tally).getAsDouble(),
                    0);
            double mean = days.stream().mapToInt(Integer::intValue).average().getAsDouble();
            assertEquals(mean, Count.value(IndicatorKind.MEAN, tally).getAsDouble(), 1e-9);
        }
    }

    @Test
    public void everyQuantileCoversItsShareAndTheNextSmallerDoesNot() {
        for (int round = 0; round < ROUNDS; round++) {
            Tally tally = tally();
            double share = (1 + random.nextInt(100)) / 100.0;
            OptionalInt quantile = tally.days().quantile(share);
            if (quantile.isPresent()) {
                assertTrue(covered(tally, quantile.getAsInt())
                        >= Math.ceil(share * tally.days().n()));
                assertTrue(covered(tally, quantile.getAsInt() - 1)
                        < Math.ceil(share * tally.days().n()));
            }
        }
    }

    @Test
    public void nothingCountedHasNoValue() {
        assertEquals(OptionalDouble.empty(), Count.value(IndicatorKind.SHARE, Tally.EMPTY));
        assertEquals(OptionalDouble.empty(), Count.value(IndicatorKind.MEDIAN, Tally.EMPTY));
        assertEquals(OptionalDouble.empty(), Count.value(IndicatorKind.MEAN, Tally.EMPTY));
        assertEquals(OptionalDouble.empty(), Count.value(IndicatorKind.DISTRIBUTION, Tally.EMPTY));
        assertEquals(OptionalDouble.of(0), Count.value(IndicatorKind.COUNT, Tally.EMPTY));
        assertEquals(OptionalDouble.empty(), Count.p90(IndicatorKind.MEDIAN, Tally.EMPTY));
    }

    private static long covered(Tally tally, int days) {
        return tally.days().casesByDays().entrySet().stream()
                .filter(e -> e.getKey() <= days)
                .mapToLong(e -> e.getValue())
                .sum();
    }

    private Tally tally() {
        TallyBuilder builder = new TallyBuilder();
        count(builder, random);
        return builder.build();
    }

    private static void count(TallyBuilder builder, Random random) {
        for (int i = random.nextInt(20); i > 0; i--) {
            switch (random.nextInt(5)) {
                case 0 -> builder.known(random.nextBoolean());
                case 1 -> builder.missing();
                case 2 -> builder.excluded();
                case 3 -> builder.days(random.nextInt(60) - 5);
                default -> builder.code("c" + random.nextInt(3));
            }
        }
    }
}
