// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Duration;
import java.time.LocalTime;

/**
 * When few people look on, what is asked again is asked sooner.
 *
 * @param from hour from which it is odd, by the clock of the house
 * @param until hour until which it is; the same for never
 * @param fresh so long a second factor counts as just proved then
 */
record OddHours(int from, int until, Duration fresh) {
    static final OddHours NONE = new OddHours(0, 0, Duration.ZERO);

    static OddHours of(AccessConfig config) {
        return new OddHours(
                Math.clamp(config.odd_hours_from(), 0, 23),
                Math.clamp(config.odd_hours_until(), 0, 23),
                Duration.ofMinutes(Math.clamp(config.odd_hours_step_up_minutes(), 1, 15)));
    }

    boolean odd(LocalTime time) {
        int hour = time.getHour();
        return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
    }
}
