// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.List;
import java.util.UUID;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.AccountAct;
import org.openbarnahus.core.service.query.AccountRequest;
import org.openbarnahus.core.service.query.Confirmed;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Grave changes of accounts, for which it takes two: {@link AccountService} refuses them with SECOND_PERSON_REQUIRED, then one
 * person asks here and another one confirms within 72 hours. Implemented by auth.local.
 */
@ProviderType
public interface SecondPersonService {
    /** Asks for it; asking again for what waits already gives back the same. Refused when one person is enough. */
    @Requires(Permission.USER_GRANT)
    Outcome<AccountRequest> ask(Session session, AccountAct act);

    /** What waits in the caller's house, the oldest first. */
    @Requires(Permission.REQUEST_READ)
    Outcome<List<AccountRequest>> waiting(Session session);

    /** Does it. Never for whoever asked, nor for the person concerned: NOT_YOURSELF. */
    @Requires(Permission.REQUEST_CONFIRM)
    Outcome<Confirmed> confirm(Session session, UUID request);

    /** Takes it back, or says no to it. */
    @Requires(Permission.REQUEST_READ)
    Outcome<AccountRequest> withdraw(Session session, UUID request);
}
