// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A computed indicator with all that is needed to trust and repeat it.
 *
 * @param from first day of the period
 * @param to day after the last: the period is half-open
 * @param value in the indicator's unit, empty when nothing was counted
 * @param p90 of MEDIAN: days that cover nine tenths of the cases
 * @param version version of the indicator and of the pack or bundle that owns it, {@code 1.0.0@core/0.1.0}
 * @param withheld what rests on so few cases that this reader is not told it: zero or empty here; of a distribution, the codes
 *     that are not there
 */
public record IndicatorValue(
        String id,
        LocalDate from,
        LocalDate to,
        IndicatorKind kind,
        Tally tally,
        OptionalDouble value,
        OptionalDouble p90,
        Optional<IndicatorInfo> info,
        Instant computedAt,
        String version,
        Set<Part> withheld) {
    /** A number of an indicator. */
    public enum Part {
        VALUE,
        P90,
        NUMERATOR,
        DENOMINATOR,
        MISSING,
        EXCLUDED,
        /** Of some codes, how many cases. */
        CODES
    }

    public IndicatorValue {
        withheld = Set.copyOf(withheld);
    }

    public boolean withholds(Part part) {
        return withheld.contains(part);
    }
}
