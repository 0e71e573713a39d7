// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.UserId;

/**
 * Somebody who works, or worked, with a case. A row is ended and never deleted, so that versions of a case's members only grow.
 *
 * @param since when it was granted, the last time
 * @param grantedBy nobody when the update to need-to-know did it
 * @param lastDay it counts to the end of this day by the calendar of the house; absent for as long as the case is worked on
 * @param ended taken off before
 * @param version from 1, one more with each change
 */
public record CaseMember(
        CaseId caseId,
        UserId account,
        Instant since,
        Optional<UserId> grantedBy,
        Optional<LocalDate> lastDay,
        boolean ended,
        long version) {
    /** A first membership. */
    public static CaseMember granted(CaseId caseId, UserId account, Stamp by, Optional<LocalDate> lastDay) {
        return new CaseMember(caseId, account, by.at(), Optional.of(by.by()), lastDay, false, 1);
    }

    /** Until another day; anew when it was over, and then by whoever does it now. */
    public CaseMember until(Optional<LocalDate> day, Stamp by, LocalDate today) {
        return current(today)
                ? new CaseMember(caseId, account, since, grantedBy, day, false, version + 1)
                : new CaseMember(caseId, account, by.at(), Optional.of(by.by()), day, false, version + 1);
    }

    public CaseMember end() {
        return new CaseMember(caseId, account, since, grantedBy, lastDay, true, version + 1);
    }

    public boolean current(LocalDate today) {
        return !ended && lastDay.filter(day -> day.isBefore(today)).isEmpty();
    }
}
