// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.util.function.Function;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.AccessGate;

/** Decides by the permission alone, whatever it is asked about. */
record FakeAccess(Function<Permission, Decision> rule) implements AccessGate {
    @Override
    public Decision decide(Session session, Permission permission) {
        return rule.apply(permission);
    }

    @Override
    public Decision decide(Session session, Permission permission, ServiceId owner, String type, String id) {
        return decide(session, permission);
    }
}
