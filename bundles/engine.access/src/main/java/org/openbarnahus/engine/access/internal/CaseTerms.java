// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Duration;

/**
 * {@link AccessConfig}, kept within what is safe.
 *
 * @param closedDays so long members keep a case that was closed
 * @param emergency so long an emergency access lasts
 */
record CaseTerms(int closedDays, Duration emergency) {
    /** So soon a manager is to have looked at an emergency access: security design 4.4. */
    static final Duration REVIEW = Duration.ofHours(72);

    static CaseTerms of(AccessConfig config) {
        return new CaseTerms(
                Math.clamp(config.closed_case_days(), 0, 365),
                Duration.ofHours(Math.clamp(config.glass_hours(), 1, 12)));
    }
}
