// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.gate;

import java.time.LocalDate;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.store.CaseReach;
import org.openbarnahus.core.service.store.CaseTies;
import org.osgi.annotation.versioning.ProviderType;

/** Gate 1 for cases: within a house, who needs to know. Implemented by engine.access. */
@ProviderType
public interface CaseGate extends AccessGate, FieldGate {
    /** The cases to which the permission reaches for the session's actor; for lists and their totals. */
    CaseReach reach(Session session, Permission permission, LocalDate today);

    /**
     * Whether it reaches to this case. Denials are audited and alerted; the caller is told what it would be told of a case that
     * does not exist.
     *
     * @param today by the calendar of the house
     * @param ties the actor's to this case, as they are stored now
     */
    Decision decide(Session session, Permission permission, CaseFile file, LocalDate today, CaseTies ties);
}
