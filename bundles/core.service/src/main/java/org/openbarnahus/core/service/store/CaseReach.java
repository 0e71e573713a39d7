// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.id.UserId;

/**
 * How many of a house's cases somebody is shown; made by engine.access and by nobody else. A list asks the same of the database
 * as {@link #covers} of one case; a test holds them together.
 *
 * @param member all cases when empty, else those with which this person works today
 * @param closedSince what was closed before this day is over for its members
 * @param now for emergency accesses, which end by the hour
 */
public record CaseReach(Optional<UserId> member, LocalDate today, LocalDate closedSince, Instant now) {
    private static final CaseReach WHOLE = new CaseReach(Optional.empty(), LocalDate.MIN, LocalDate.MIN, Instant.EPOCH);

    /** Every case of the house. */
    public static CaseReach wholeHouse() {
        return WHOLE;
    }

    public boolean whole() {
        return member.isEmpty();
    }

    /**
     * @param ties the person's to this case
     */
    public boolean covers(CaseFile file, CaseTies ties) {
        return whole() || (!over(file) && tied(ties));
    }

    private boolean tied(CaseTies ties) {
        return ties.membership().filter(m -> m.current(today)).isPresent()
                || ties.emergencies().stream().anyMatch(access -> access.running(now));
    }

    /** Whether the case was closed so long ago that nobody works with it any more. */
    public boolean over(CaseFile file) {
        return !whole()
                && file.state() instanceof CaseState.Closed closed
                && closed.on().isBefore(closedSince);
    }
}
