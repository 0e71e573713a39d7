// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.id.UserId;

/**
 * How many of a house's cases somebody is shown; made by engine.access and by nobody else. A list asks the same of the database
 * as {@link #covers} of one case; a test holds them together.
 *
 * @param member all cases when empty, else those with which this person works today
 * @param closedSince what was closed before this day is over for its members
 */
public record CaseReach(Optional<UserId> member, LocalDate today, LocalDate closedSince) {
    private static final CaseReach WHOLE = new CaseReach(Optional.empty(), LocalDate.MIN, LocalDate.MIN);

    /** Every case of the house. */
    public static CaseReach wholeHouse() {
        return WHOLE;
    }

    public boolean whole() {
        return member.isEmpty();
    }

    /**
     * @param membership the person's in this case; asked for only when it matters
     */
    public boolean covers(CaseFile file, Supplier<Optional<CaseMember>> membership) {
        return whole()
                || (!over(file.state())
                        && membership.get().filter(m -> m.current(today)).isPresent());
    }

    private boolean over(CaseState state) {
        return state instanceof CaseState.Closed closed && closed.on().isBefore(closedSince);
    }
}
