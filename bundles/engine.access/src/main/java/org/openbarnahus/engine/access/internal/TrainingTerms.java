// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * {@link AccessConfig}, kept within what is safe.
 *
 * @param valid from passing to the next time it is due
 * @param grace from due to the end of access
 */
record TrainingTerms(Period valid, Duration grace) {
    /** So long before it is due again somebody is reminded. */
    static final Duration NOTICE = Duration.ofDays(30);

    static TrainingTerms of(AccessConfig config) {
        return new TrainingTerms(
                Period.ofMonths(Math.clamp(config.training_months(), 1, 12)),
                Duration.ofDays(Math.clamp(config.training_grace_days(), 0, 90)));
    }

    Instant due(Instant passed) {
        return passed.atZone(ZoneOffset.UTC).plus(valid).toInstant();
    }

    /** The end of a day (UTC): the last day that a page names counts to its end. Without grace at once. */
    Instant suspended(Instant due) {
        return grace.isZero()
                ? due
                : due.plus(grace).truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }
}
