// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.indicator;

import java.util.Optional;

/**
 * How to read an indicator's value.
 *
 * @param unit {@code percent}, {@code cases}, {@code days}
 * @param target value wished for, in the unit
 * @param proposal true when the target is ours, not a law's or a framework's
 * @param source who says so
 */
public record IndicatorInfo(
        String unit, Direction direction, Optional<Double> target, boolean proposal, String source) {

    /** Which way is better. */
    public enum Direction {
        HIGHER,
        LOWER,
        NONE
    }
}
