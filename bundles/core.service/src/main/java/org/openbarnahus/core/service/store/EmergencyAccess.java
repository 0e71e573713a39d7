// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.EmergencyReason;

/**
 * Somebody opened one case for themselves in an emergency, for some hours. Never deleted: it is reviewed afterwards.
 *
 * @param number of the case, read with it and not kept here
 * @param text what the person wrote about the reason
 * @param until it counts before this moment and not from it on
 * @param ended before its time, by whom
 * @param overdueTold when it was told that the review is overdue
 * @param version from 1, one more with each change
 */
public record EmergencyAccess(
        UUID id,
        CaseId caseId,
        CaseNumber number,
        UserId account,
        EmergencyReason reason,
        String text,
        Instant since,
        Instant until,
        Optional<Stamp> ended,
        Optional<Review> review,
        Optional<Instant> overdueTold,
        long version) {

    /** What somebody else found when looking at it afterwards. */
    public record Review(Stamp by, boolean justified, String note) {}

    /** What began in a future was begun by a clock that was ahead; it would last longer than it may. */
    public boolean running(Instant now) {
        return ended.isEmpty() && now.isBefore(until) && !since.isAfter(now.plus(TimeSource.PUT_RIGHT));
    }

    /** Ended now, unless it is over. */
    public EmergencyAccess end(Stamp by) {
        return changed(running(by.at()) ? Optional.of(by) : ended, review, overdueTold);
    }

    /** With what was found; what was not justified does not go on. */
    public EmergencyAccess reviewed(Review found) {
        boolean ends = !found.justified() && running(found.by().at());
        return changed(ends ? Optional.of(found.by()) : ended, Optional.of(found), overdueTold);
    }

    public EmergencyAccess toldOverdue(Instant at) {
        return changed(ended, review, Optional.of(at));
    }

    private EmergencyAccess changed(Optional<Stamp> nowEnded, Optional<Review> nowReviewed, Optional<Instant> told) {
        return new EmergencyAccess(
                id, caseId, number, account, reason, text, since, until, nowEnded, nowReviewed, told, version + 1);
    }
}
