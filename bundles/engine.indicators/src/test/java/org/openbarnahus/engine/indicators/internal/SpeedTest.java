// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import static org.junit.Assert.assertEquals;
import static org.openbarnahus.engine.indicators.internal.Cases.aCase;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.Test;
import org.openbarnahus.core.model.indicator.IndicatorKind;
import org.openbarnahus.core.model.indicator.Tally;

/** Counts over many cases; says how long it took, asserts only what was counted. */
public final class SpeedTest {
    private static final int CASES = 100_000;
    private static final int ROUNDS = 5;

    @Test
    public void countsAHundredThousandCasesInEveryKind() {
        FactTable table = table();
        Periods year = Periods.one(LocalDate.of(2024, 1, 1), LocalDate.of(2027, 1, 1));
        for (IndicatorKind kind : IndicatorKind.values()) {
            DeclaredIndicator indicator = new DeclaredIndicator(Schemas.indicator("BH-1-01", "1", kind));
            long best = Long.MAX_VALUE;
            List<Tally> tallies = List.of();
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                tallies = Count.over(table, indicator, year, Map.of());
                best = Math.min(best, System.nanoTime() - start);
            }
            System.out.printf("%s over %d cases: %d ms%n", kind, CASES, best / 1_000_000);
            Tally tally = tallies.get(0);
            assertEquals(CASES, tally.denominator() + tally.missing() + tally.excluded());
        }
    }

    private static FactTable table() {
        Random random = new Random(1);
        FactTable table = new FactTable();
        List<String> sexes = List.of("female", "male", "unknown");
        for (int i = 0; i < CASES; i++) {
            LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(900));
            Cases builder = aCase(i).date("case_date", day)
                    .date("report_date", day.minusDays(random.nextInt(5)))
                    .code("sex", sexes.get(random.nextInt(3)))
                    .codes("suspicion", "s" + random.nextInt(5), "t" + random.nextInt(5));
            for (int events = random.nextInt(10); events > 0; events--) {
                String type = events % 3 == 0 ? "forensic_interview" : "crisis_support";
                builder.event(type, day.plusDays(random.nextInt(60)), Map.of());
            }
            table.put(builder.build());
        }
        return table;
    }
}
