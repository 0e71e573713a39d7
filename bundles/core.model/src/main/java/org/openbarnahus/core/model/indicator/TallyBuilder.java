// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.indicator;

import java.util.Map;
import java.util.TreeMap;

/** Counts cases into a {@link Tally}; one thread at a time. */
public final class TallyBuilder {
    private final Map<Integer, Long> days = new TreeMap<>();
    private final Map<String, Long> byCode = new TreeMap<>();
    private long denominator;
    private long numerator;
    private long missing;
    private long excluded;

    public void known(boolean fulfilled) {
        denominator++;
        if (fulfilled) {
            numerator++;
        }
    }

    public void missing() {
        missing++;
    }

    public void excluded() {
        excluded++;
    }

    /** A measured interval; a negative one is a data error and is counted as excluded instead. */
    public void days(long interval) {
        if (interval < 0 || interval > Integer.MAX_VALUE) {
            excluded++;
        } else {
            denominator++;
            days.merge((int) interval, 1L, Long::sum);
        }
    }

    public void code(String code) {
        byCode.merge(code, 1L, Long::sum);
    }

    public Tally build() {
        return new Tally(denominator, numerator, missing, excluded, new DayHistogram(days), byCode);
    }
}
