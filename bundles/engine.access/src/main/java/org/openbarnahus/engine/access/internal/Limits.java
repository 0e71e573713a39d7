// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Duration;
import java.time.LocalTime;

/**
 * {@link AccessConfig}, kept within what is safe.
 *
 * @param fresh so long a second factor counts as just proved
 * @param recheck an account's record is read again after so long
 * @param odd when a second factor counts for less long
 * @param networks whether a session waits for a second factor in another network
 */
record Limits(Duration idle, Duration absolute, Duration fresh, Duration recheck, OddHours odd, boolean networks) {
    private static final Duration RECHECK = Duration.ofSeconds(2);

    /** A demonstration is shown at any hour. */
    static Limits of(AccessConfig config, boolean demo) {
        return new Limits(
                Duration.ofMinutes(Math.clamp(config.session_idle_minutes(), 5, 30)),
                Duration.ofHours(Math.clamp(config.session_hours(), 1, 12)),
                Duration.ofMinutes(Math.clamp(config.step_up_minutes(), 1, 15)),
                RECHECK,
                demo ? OddHours.NONE : OddHours.of(config),
                config.step_up_on_new_network());
    }

    /** So long a second factor counts as just proved, at this hour of the house. */
    Duration fresh(LocalTime time) {
        return odd.odd(time) && odd.fresh().compareTo(fresh) < 0 ? odd.fresh() : fresh;
    }
}
