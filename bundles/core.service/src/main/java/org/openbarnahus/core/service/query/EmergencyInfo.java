// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.EmergencyReason;

/**
 * An emergency access as somebody gets to see it.
 *
 * @param person who uses or used it
 * @param text what was written about the reason; empty for whoever only works with the case
 * @param mine whether it is the reader's own
 * @param mayEnd whether the reader may end it now
 * @param version for ending it
 */
public record EmergencyInfo(
        UUID id,
        CaseId caseId,
        CaseNumber number,
        Person person,
        EmergencyReason reason,
        String text,
        Time time,
        Review review,
        boolean mine,
        boolean mayEnd,
        long version) {

    /** Whose account it is; the agency is absent when the account is not there any more. */
    public record Person(String username, Optional<Agency> agency) {}

    /**
     * @param until when it ends or ended
     * @param endedBy who ended it before its time
     */
    public record Time(Instant since, Instant until, boolean running, Optional<String> endedBy) {}

    /**
     * @param due until when somebody is to have looked at it
     * @param overdue whether nobody has, and that time is over
     * @param mayReview whether the reader may
     */
    public record Review(Instant due, boolean overdue, boolean mayReview, Optional<Verdict> verdict) {}

    /** What somebody found. The note is empty for whoever only works with the case. */
    public record Verdict(String username, Instant at, boolean justified, String note) {}
}
