// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.gate;

import java.time.LocalDate;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.FieldReach;
import org.openbarnahus.core.service.store.CaseTies;
import org.osgi.annotation.versioning.ProviderType;

/** Gate 1 for fields: within a case that somebody may see, what of it. Implemented by engine.access. */
@ProviderType
public interface FieldGate {
    /**
     * Which fields the session's actor is not shown.
     *
     * @param schema whose rules hold
     * @param worksWith whether the actor works with the case, and does not only oversee it; whoever may write a case does
     */
    FieldReach fields(Session session, SchemaSnapshot schema, boolean worksWith);

    /**
     * Whether the actor, who may see the case, works with it and does not only oversee it.
     *
     * @param today by the calendar of the house
     * @param ties the actor's to this case; asked for only when the roles leave it open
     */
    boolean worksWith(Session session, CaseFile file, LocalDate today, CaseTies ties);
}
