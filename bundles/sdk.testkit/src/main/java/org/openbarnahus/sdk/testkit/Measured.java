// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.testkit;

import java.util.Arrays;
import java.util.Locale;

/** A line of {@code hub bench}, from a program that measures parts of one bundle. */
public final class Measured {
    private Measured() {}

    /**
     * Prints one JSON object with the members of {@code docs/developer/benchmarks.md}.
     *
     * @param baseline what the value is compared with: the other side of the same run, or a limit
     * @param conditions the aim first, then how it was measured; without quotes
     */
    public static void print(String name, String unit, double value, double baseline, String conditions) {
        System.out.printf(
                Locale.ROOT,
                "{\"name\":\"%s\",\"unit\":\"%s\",\"value\":%.3g,\"baseline\":%.3g,\"ratio\":%.3g,\"conditions\":\"%s, Java %d\"}%n",
                name,
                unit,
                value,
                baseline,
                value / baseline,
                conditions,
                Runtime.version().feature());
    }

    /** Half of them took at most so long: what happens now and then, as a collection of garbage, does not count. */
    public static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
