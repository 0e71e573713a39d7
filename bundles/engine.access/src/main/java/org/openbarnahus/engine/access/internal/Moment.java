// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Duration;
import java.time.Instant;
import org.openbarnahus.core.service.store.TimeSource;

/**
 * A moment by two clocks: the machine's, which somebody may set, and one that only goes forward. What is over by either of them
 * is over: a clock that is set back lengthens nothing, and the time counts in which the machine slept.
 *
 * @param nanos of {@link TimeSource#nanos()}
 */
record Moment(Instant at, long nanos) {
    static Moment now(TimeSource time) {
        return new Moment(time.now(), time.nanos());
    }

    /** The moment that was earlier than this one, as far as is known. */
    Moment earlier(Instant then) {
        return then.isBefore(at)
                ? new Moment(then, nanos - Duration.between(then, at).toNanos())
                : this;
    }

    /** Whether so much time had gone by. */
    boolean over(Duration limit, Moment now) {
        return !now.at.isBefore(at.plus(limit)) || now.nanos - nanos >= limit.toNanos();
    }
}
