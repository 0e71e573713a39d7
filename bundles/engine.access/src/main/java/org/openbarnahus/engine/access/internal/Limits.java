// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Duration;

/**
 * {@link AccessConfig}, kept within what is safe.
 *
 * @param fresh so long a second factor counts as just proved
 * @param recheck an account's record is read again after so long
 */
record Limits(Duration idle, Duration absolute, Duration fresh, Duration recheck) {
    private static final Duration RECHECK = Duration.ofSeconds(2);

    static Limits of(AccessConfig config) {
        return new Limits(
                Duration.ofMinutes(Math.clamp(config.session_idle_minutes(), 5, 30)),
                Duration.ofHours(Math.clamp(config.session_hours(), 1, 12)),
                Duration.ofMinutes(Math.clamp(config.step_up_minutes(), 1, 15)),
                RECHECK);
    }
}
