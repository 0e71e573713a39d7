// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.gate;

import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.osgi.annotation.versioning.ProviderType;

/** Gate 1. The one place where it is decided who may do what. Implemented by engine.access. */
@ProviderType
public interface AccessGate {
    /** Whether the session is genuine and alive and its actor has the permission at all. Denials are audited and alerted. */
    Decision decide(Session session, Permission permission);

    /** As above, for an object that belongs to the owner; another house's object is denied. */
    Decision decide(Session session, Permission permission, ServiceId owner, String objectType, String objectId);
}
