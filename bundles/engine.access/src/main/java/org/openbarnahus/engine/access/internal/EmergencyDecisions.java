// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.gate.EmergencyGate;
import org.openbarnahus.core.service.store.CaseReach;
import org.openbarnahus.core.service.store.CaseTies;
import org.openbarnahus.core.service.store.EmergencyAccess;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@link EmergencyRules} with the settings of the installation. That the session is genuine was asked of the access gate before. */
@Component(service = EmergencyGate.class, configurationPid = AccessConfig.PID)
public final class EmergencyDecisions implements EmergencyGate {
    private final TimeSource time;
    private final CaseTerms terms;

    @Activate
    public EmergencyDecisions(@Reference TimeSource time, AccessConfig config) {
        this(time, CaseTerms.of(config));
    }

    EmergencyDecisions(TimeSource time, CaseTerms terms) {
        this.time = time;
        this.terms = terms;
    }

    @Override
    public Decision open(Session session, CaseFile file, LocalDate today, CaseTies ties) {
        Actor actor = session.actor();
        CaseReach reach = AccessRules.reach(actor, Permission.CASE_READ, today, time.now(), terms.closedDays());
        return EmergencyRules.open(actor, file, reach, ties);
    }

    @Override
    public Instant until(Instant since) {
        return since.plus(terms.emergency());
    }

    @Override
    public Instant reviewDue(Instant since) {
        return since.plus(CaseTerms.REVIEW);
    }

    @Override
    public boolean reachesAll(Session session, Permission permission) {
        return EmergencyRules.reachesAll(session.actor(), permission);
    }

    @Override
    public Decision review(Session session, EmergencyAccess access) {
        return EmergencyRules.review(session.actor(), access);
    }
}
