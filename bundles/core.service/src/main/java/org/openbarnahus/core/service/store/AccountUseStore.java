// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.query.AccountClosure;
import org.osgi.annotation.versioning.ProviderType;

/**
 * When accounts were used and their access confirmed. Making an account, setting it up, opening it again and signing in are
 * noted by the methods of {@link SiteStore} and {@link SignInStore} themselves, in the same transaction. Trouble with the
 * database is a {@link org.openbarnahus.core.service.StoreUnavailableException}. Implemented by store.jpa.
 */
@ProviderType
public interface AccountUseStore {
    /** Empty when there is no such account. */
    Optional<AccountUse> use(UserId account);

    List<AccountUse> usesOf(ServiceId service);

    /** Notes something done at that moment, unless something later is known. */
    void used(UserId account, Instant at);

    /** Disuse counts from then on, and the access is as good as confirmed. */
    void renew(UserId account, Instant at);

    /**
     * Closes an account that has run out.
     *
     * @param account as it was read
     * @param seen as it was read
     * @return false when somebody has used, confirmed or changed it meanwhile; nothing has changed then
     */
    boolean close(AccountRecord account, AccountUse seen, AccountClosure closure, AuditEntry audit);

    /** Notes that these people need their access, one entry for each. */
    void confirm(List<UserId> accounts, UserId by, Instant at, List<AuditEntry> audits);
}
