// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;

/**
 * Something in the audit trail that somebody should look at; events of one rule and person within an hour are one alert.
 *
 * @param user whom it is about; absent when nobody is known
 * @param count events so far
 * @param seq the newest entry that was counted, so that none is counted twice
 */
public record AlertRecord(
        UUID id,
        ServiceId service,
        String rule,
        Optional<UserId> user,
        Instant first,
        Instant last,
        long count,
        long seq,
        Optional<Acknowledged> acknowledged) {
    /** Who has seen to it, and how. */
    public record Acknowledged(UserId by, Instant at, String note) {}
}
