// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.List;
import java.util.UUID;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.AlertInfo;
import org.osgi.annotation.versioning.ProviderType;

/** What the audit trail of the caller's house gives cause to look at. Implemented by engine.audit. */
@ProviderType
public interface AlertService {
    /** Newest first, 200 at most. */
    @Requires(Permission.ALERT_HANDLE)
    Outcome<List<AlertInfo>> alerts(Session session, boolean openOnly);

    /** How many wait for somebody; 0 for whoever may not handle alerts. */
    @Requires(Permission.ALERT_HANDLE)
    long open(Session session);

    /**
     * Says that somebody has looked, and what came of it.
     *
     * @param note 3 to 500 characters, screened like all free text; DENIED for an alert about the caller
     */
    @Requires(Permission.ALERT_HANDLE)
    Outcome<AlertInfo> acknowledge(Session session, UUID alert, String note);
}
