// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.demo;

import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.AccessGate;

/** Gate 1 while the installation fills its own empty demo houses: there is nobody yet who could be asked. */
final class OwnAccess implements AccessGate {
    @Override
    public Decision decide(Session session, Permission permission) {
        return new Decision.Allowed(Purpose.ADMINISTRATION);
    }

    @Override
    public Decision decide(
            Session session, Permission permission, ServiceId owner, String objectType, String objectId) {
        return session.actor().service().equals(owner) ? decide(session, permission) : new Decision.Denied("tenant");
    }
}
