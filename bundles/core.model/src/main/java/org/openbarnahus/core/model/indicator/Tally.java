// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.indicator;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was counted for one indicator: mergeable from houses to a nation to Europe, so that no case record ever needs to
 * travel. Invariant: {@code numerator + …} never exceeds {@code denominator}.
 *
 * @param denominator cases the indicator is about, answer known
 * @param numerator of these, those that fulfil it
 * @param missing cases it is about whose answer is not known
 * @param excluded cases listed as data errors (negative intervals)
 * @param days measured intervals
 * @param byCode cases per code
 */
public record Tally(
        long denominator, long numerator, long missing, long excluded, DayHistogram days, Map<String, Long> byCode) {
    public static final Tally EMPTY = new Tally(0, 0, 0, 0, DayHistogram.EMPTY, Map.of());

    public Tally {
        byCode = Collections.unmodifiableMap(new TreeMap<>(byCode));
    }

    public Tally merge(Tally other) {
        Map<String, Long> codes = new TreeMap<>(byCode);
        other.byCode.forEach((code, cases) -> codes.merge(code, cases, Long::sum));
        return new Tally(
                denominator + other.denominator,
                numerator + other.numerator,
                missing + other.missing,
                excluded + other.excluded,
                days.merge(other.days),
                codes);
    }
}
