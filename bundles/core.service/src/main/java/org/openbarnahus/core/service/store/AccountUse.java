// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;
import java.util.Optional;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.service.query.AccountClosure;

/**
 * When an account was used and its access confirmed.
 *
 * @param counted from when disuse counts if there was no use since: made, set up anew, or opened again
 * @param lastUsed the last sign-in, or something done later in its session
 * @param confirmed when somebody last said that the person needs the access; at first when the account was made
 * @param confirmedBy empty for the installation itself
 * @param closure that it was closed by itself, and has not been opened again
 */
public record AccountUse(
        UserId account,
        Instant counted,
        Optional<Instant> lastUsed,
        Instant confirmed,
        Optional<UserId> confirmedBy,
        Optional<AccountClosure> closure) {
    /** From when on the account has not been used. */
    public Instant unusedSince() {
        return lastUsed.filter(used -> used.isAfter(counted)).orElse(counted);
    }
}
