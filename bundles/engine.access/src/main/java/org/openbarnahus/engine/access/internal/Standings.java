// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.openbarnahus.core.service.query.AccessStanding;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.AccountUse;

/** What a manager gets to see of the use of an account at a moment: days. */
record Standings(AccessTerms terms, Instant now) {
    AccessStanding of(AccountRecord account, AccountUse use, boolean mayConfirm) {
        boolean open = account.enabled();
        boolean soon = open && !now.isBefore(terms.unusedEnd(use).minus(AccessTerms.NOTICE));
        boolean overdue = open && !now.isBefore(terms.reviewDue(use));
        return new AccessStanding(
                new AccountInfo(account.id(), account.username(), account.agency(), account.roles(), account.enabled()),
                use.lastUsed().map(Standings::day),
                lastDay(terms.unusedEnd(use)),
                soon,
                use.closure().map(closure -> new AccessStanding.Closed(closure.reason(), day(closure.at()))),
                new AccessStanding.Review(
                        day(use.confirmed()),
                        day(terms.reviewDue(use)),
                        lastDay(terms.reviewEnd(use)),
                        overdue,
                        open && mayConfirm));
    }

    /** The last day before that moment. */
    private static LocalDate lastDay(Instant end) {
        return day(end.minusMillis(1));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
