// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.indicator;

/** How a value is read from a tally. */
public enum IndicatorKind {
    /** Numerator in per cent of denominator. */
    SHARE,
    /** Numerator. */
    COUNT,
    /** Middle of the measured days, with P90. */
    MEDIAN,
    MEAN,
    /** Cases per code of a field. */
    DISTRIBUTION
}
