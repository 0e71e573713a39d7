// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Until when somebody's training holds.
 *
 * @param passed the last time; empty for whoever has never passed
 * @param due when it must be done (again); in the past for whoever is late
 * @param suspended from then on nothing but the training is reached
 * @param remind whether it is time to say so
 * @param ended whether access is suspended now
 */
public record TrainingState(Optional<Instant> passed, Instant due, Instant suspended, boolean remind, boolean ended) {
    /** The last day on which access is still there, in UTC: days end by it. */
    public LocalDate lastDay() {
        return LocalDate.ofInstant(suspended.minusMillis(1), ZoneOffset.UTC);
    }
}
