// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.demo;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.store.CaseMember;
import org.openbarnahus.core.service.store.CaseReach;

/** Gate 1 while the installation fills its own empty demo houses: there is nobody yet who could be asked. */
final class OwnAccess implements CaseGate {
    @Override
    public Decision decide(Session session, Permission permission) {
        return new Decision.Allowed(Purpose.ADMINISTRATION);
    }

    @Override
    public Decision decide(
            Session session, Permission permission, ServiceId owner, String objectType, String objectId) {
        return session.actor().service().equals(owner) ? decide(session, permission) : new Decision.Denied("tenant");
    }

    @Override
    public CaseReach reach(Session session, Permission permission, LocalDate today) {
        return CaseReach.wholeHouse();
    }

    @Override
    public Decision decide(
            Session session,
            Permission permission,
            CaseFile file,
            LocalDate today,
            Supplier<Optional<CaseMember>> membership) {
        return decide(session, permission, file.service(), "case", file.id().toString());
    }
}
