// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.openbarnahus.core.service.query.AccountClosure.Reason;
import org.openbarnahus.core.service.store.AccountUse;

/**
 * {@link AccessConfig}, kept within what is safe.
 *
 * @param dormant from the last use to the end of access
 * @param review from one confirmation to the next
 * @param grace from due to the end of access
 */
record AccessTerms(Duration dormant, Duration review, Duration grace) {
    /** So long before an account closes for disuse its manager is told. */
    static final Duration NOTICE = Duration.ofDays(7);

    static AccessTerms of(AccessConfig config) {
        return new AccessTerms(
                Duration.ofDays(Math.clamp(config.dormant_days(), 10, 365)),
                Duration.ofDays(Math.clamp(config.review_days(), 10, 365)),
                Duration.ofDays(Math.clamp(config.review_grace_days(), 1, 90)));
    }

    /** From then on it is closed if nobody signs in before. */
    Instant unusedEnd(AccountUse use) {
        return endOfDay(use.unusedSince().plus(dormant));
    }

    Instant reviewDue(AccountUse use) {
        return use.confirmed().plus(review);
    }

    /** From then on it is closed if nobody confirms it before. */
    Instant reviewEnd(AccountUse use) {
        return endOfDay(reviewDue(use).plus(grace));
    }

    /** Why it is over now, if it is. */
    Optional<Reason> over(AccountUse use, Instant now) {
        if (!now.isBefore(unusedEnd(use))) {
            return Optional.of(Reason.DORMANT);
        }
        return now.isBefore(reviewEnd(use)) ? Optional.empty() : Optional.of(Reason.REVIEW);
    }

    /** Of a day in UTC: the last day that a page names counts to its end. */
    private static Instant endOfDay(Instant moment) {
        return moment.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    }
}
