// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.service.store.CaseReach;
import org.openbarnahus.core.service.store.CaseTies;
import org.openbarnahus.core.service.store.EmergencyAccess;

/** Breaking the glass: pure, so that it can be read and tested as a table. Decision 26. */
final class EmergencyRules {
    static final String KNOWN = "known";
    static final String ENDED = "ended";
    static final String OWN = "own";

    private EmergencyRules() {}

    /**
     * @param reach the actor's for reading cases, now
     */
    static Decision open(Actor actor, CaseFile file, CaseReach reach, CaseTies ties) {
        Decision allowed = AccessRules.decide(actor, Permission.EMERGENCY_USE, file.service());
        if (allowed instanceof Decision.Denied) {
            return allowed;
        }
        if (reach.over(file)) {
            return new Decision.Denied(AccessRules.MEMBER);
        }
        if (reach.covers(file, ties)) {
            return new Decision.Denied(KNOWN);
        }
        boolean stopped = ties.emergencies().stream().anyMatch(access -> stoppedByOthers(access, reach));
        return stopped ? new Decision.Denied(ENDED) : allowed;
    }

    /** Whoever was stopped does not go on with a new one; for the time that was left. */
    private static boolean stoppedByOthers(EmergencyAccess access, CaseReach reach) {
        return reach.now().isBefore(access.until())
                && access.ended()
                        .filter(by -> !by.by().equals(access.account()))
                        .isPresent();
    }

    /** Nobody is the judge of the own case. */
    static Decision review(Actor actor, EmergencyAccess access) {
        return access.account().equals(actor.user())
                ? new Decision.Denied(OWN)
                : AccessRules.decide(actor, Permission.EMERGENCY_REVIEW);
    }

    /** Only roles that have the permission count, as for cases. */
    static boolean reachesAll(Actor actor, Permission permission) {
        return actor.roles().stream()
                .filter(role -> PermissionTable.of(role).contains(permission))
                .anyMatch(PermissionTable::watchesEmergencies);
    }
}
