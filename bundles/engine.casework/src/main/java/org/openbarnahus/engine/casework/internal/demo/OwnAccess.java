// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.demo;

import java.time.LocalDate;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.CaseGate;
import org.openbarnahus.core.service.query.FieldReach;
import org.openbarnahus.core.service.store.CaseReach;
import org.openbarnahus.core.service.store.CaseTies;

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
    public Decision decide(Session session, Permission permission, CaseFile file, LocalDate today, CaseTies ties) {
        return decide(session, permission, file.service(), "case", file.id().toString());
    }

    @Override
    public FieldReach fields(Session session, SchemaSnapshot schema, boolean worksWith) {
        return FieldReach.everything();
    }

    @Override
    public boolean worksWith(Session session, CaseFile file, LocalDate today, CaseTies ties) {
        return true;
    }
}
