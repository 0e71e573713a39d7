// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.util.function.Function;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.SiteStore;

/** The account of whoever asks, and no other: a name that was given to somebody else since is not the caller's. */
record OwnAccount(AccessGate access, SiteStore store) {
    /** Does the work with it, if the caller may; signed out when there is no such account any more. */
    <T> Outcome<T> with(Session session, Permission permission, Function<AccountRecord, Outcome<T>> work) {
        return access.admit(session, permission)
                .then(purpose -> store.account(session.actor().username())
                        .filter(account -> account.id().equals(session.actor().user()))
                        .map(work)
                        .orElseGet(() -> Outcome.refused(Problem.of(ErrorCode.SIGNED_OUT))));
    }
}
