// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.List;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.AccountEvent;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells whoever signs in what was changed about their own way of signing in. Read from the audit trail, so that nothing of it can
 * be left out or taken back. Implemented by engine.audit. Decision 39.
 */
@ProviderType
public interface AccountEventService {
    /** What the caller has not been told yet, oldest first; without what was done in this very session, which answered then. */
    @Requires(Permission.OWN_SESSION)
    Outcome<List<AccountEvent>> untold(Session session);

    /** The last ones of some months, seen or not, newest first. */
    @Requires(Permission.OWN_SESSION)
    Outcome<List<AccountEvent>> lately(Session session);

    /**
     * The caller has seen them.
     *
     * @param upTo number of the newest one that was shown
     * @return what is untold still
     */
    @Requires(Permission.OWN_SESSION)
    Outcome<List<AccountEvent>> seen(Session session, long upTo);
}
