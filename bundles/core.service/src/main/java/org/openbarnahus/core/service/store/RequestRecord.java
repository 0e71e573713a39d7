// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;

/**
 * What was answered to a request key, kept for 24 hours.
 *
 * @param user id of the account that asked
 * @param kind {@code case}, {@code entry}, {@code emergency} or {@code invitation}
 * @param version version of the object in the answer
 */
public record RequestRecord(
        String user, String key, String fingerprint, String kind, String objectId, long version, Instant at) {}
