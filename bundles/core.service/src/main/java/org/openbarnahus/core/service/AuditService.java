// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.AuditPage;
import org.openbarnahus.core.service.query.AuditQuery;
import org.osgi.annotation.versioning.ProviderType;

/** The audit trail of the caller's house, for whoever oversees it. Looking is audited too. Implemented by engine.audit. */
@ProviderType
public interface AuditService {
    @Requires(Permission.AUDIT_READ)
    Outcome<AuditPage> find(Session session, AuditQuery query);

    /** What was done under the caller's own name; the query's name does not count. */
    @Requires(Permission.OWN_SESSION)
    Outcome<AuditPage> own(Session session, AuditQuery query);

    /**
     * All that the query finds, without pages, as CSV (RFC 4180) in which no spreadsheet finds a formula. Audited as EXPORT.
     * TOO_MANY when there are more than 100 000 entries.
     */
    @Requires(Permission.AUDIT_EXPORT)
    Outcome<String> csv(Session session, AuditQuery query);
}
