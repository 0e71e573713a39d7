// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.gate;

import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Session;
import org.osgi.annotation.versioning.ProviderType;

/** Gate 1. The one place where it is decided who may do what. Implemented by engine.access. */
@ProviderType
public interface AccessGate {
    /** Whether the session is genuine and alive and its actor has the permission at all. Denials are audited and alerted. */
    Decision decide(Session session, Permission permission);

    /** The purpose for which the session may; a refusal says what the caller is to be told, and what to do about it. */
    default Outcome<Purpose> admit(Session session, Permission permission) {
        return switch (decide(session, permission)) {
            case Decision.Allowed allowed -> Outcome.done(allowed.purpose());
            case Decision.Denied denied -> Outcome.refused(Problem.of(denied.code()));
        };
    }

    /** As {@link #decide(Session, Permission)}, for an object that belongs to the owner; another house's object is denied. */
    Decision decide(Session session, Permission permission, ServiceId owner, String objectType, String objectId);
}
