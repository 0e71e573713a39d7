// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.gate;

import java.time.Instant;
import java.time.LocalDate;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.store.CaseTies;
import org.openbarnahus.core.service.store.EmergencyAccess;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What is decided about emergency access, after {@link AccessGate} has said that the person may do such a thing at all. Implemented
 * by engine.access; writes nothing into the trail, because what is decided here is written with what is done.
 */
@ProviderType
public interface EmergencyGate {
    /**
     * Whether the session's actor may open this case now. Denied as a case that is not there, when it is another house's or was
     * closed long ago; as not needed, when the actor works with it anyway; and when somebody has ended the actor's emergency access
     * to it whose time is not over.
     *
     * @param today by the calendar of the house
     */
    Decision open(Session session, CaseFile file, LocalDate today, CaseTies ties);

    /** When an access ends that begins then. */
    Instant until(Instant since);

    /** Until when somebody is to have reviewed an access that began then. */
    Instant reviewDue(Instant since);

    /** Whether a permission about emergency accesses reaches to all of the house; else to the own ones. */
    boolean reachesAll(Session session, Permission permission);

    /** Whether the session's actor may say if this one was justified. */
    Decision review(Session session, EmergencyAccess access);
}
