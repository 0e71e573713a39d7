// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a house: what there is, not what they are.
 *
 * @param versions the newest last
 * @param bare cases from before cases had keys of their own, which get one with the next new key
 * @param overdue whether the newest is older than it should be
 * @param rotation the last time that the house got a new key, absent before the first
 */
public record KeyState(List<Version> versions, long bare, boolean overdue, Optional<Rotation> rotation) {
    public KeyState {
        versions = List.copyOf(versions);
    }

    /**
     * A key that the house has or had. All of them decrypt, the newest encrypts.
     *
     * @param number counted from 1
     * @param cases whose own keys it wraps
     */
    public record Version(int number, long cases) {}

    /**
     * @param cases so many were gone through
     * @param texts so many were encrypted anew
     * @param finished absent while it goes on
     */
    public record Rotation(Instant started, long cases, long texts, Optional<Instant> finished) {
        public boolean running() {
            return finished.isEmpty();
        }
    }

    /** All cases of the house. */
    public long cases() {
        return bare + versions.stream().mapToLong(Version::cases).sum();
    }
}
