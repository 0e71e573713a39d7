// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.store.CaseReach;
import org.openbarnahus.core.service.store.CaseTies;

/** The decision itself: pure, so that it can be read and tested as a table. */
final class AccessRules {
    static final String MEMBER = "member";
    static final String SESSION = "session";
    static final String ROLE = "role";
    static final String TENANT = "tenant";
    static final String AGREEMENT = "agreement";
    static final String TRAINING = "training";
    static final String STEP_UP = "step-up";
    static final String HOUSES = "houses";

    private AccessRules() {}

    /** One role is enough, except for what is only for whoever neither leads, runs nor watches anything. */
    static Decision decide(Actor actor, Permission permission) {
        boolean granted =
                actor.roles().stream().anyMatch(role -> PermissionTable.of(role).contains(permission));
        boolean alone = !PermissionTable.onlyAlone(permission)
                || actor.roles().stream()
                        .allMatch(role -> PermissionTable.of(role).contains(permission));
        return granted && alone ? new Decision.Allowed(PermissionTable.purpose(permission)) : new Decision.Denied(ROLE);
    }

    /** What changes every house of the installation is the national administrator's, unless there is only one house. */
    static Decision ofAllHouses(Actor actor, int houses, Decision byRole) {
        return actor.is(Role.NATIONAL_ADMIN) || houses <= 1 ? byRole : new Decision.Denied(HOUSES);
    }

    /** The house comes first: somebody else's object is denied whatever the role. */
    static Decision decide(Actor actor, Permission permission, ServiceId owner) {
        return actor.service().equals(owner) ? decide(actor, permission) : new Decision.Denied(TENANT);
    }

    /** Then the case: what a role allows, it allows in the cases that the person works with. */
    static Decision decide(Actor actor, Permission permission, CaseFile file, CaseReach reach, CaseTies ties) {
        Decision decision = decide(actor, permission, file.service());
        return decision instanceof Decision.Denied || reach.covers(file, ties) ? decision : new Decision.Denied(MEMBER);
    }

    /**
     * Whoever has a case as a member works with it, and so does whoever coordinates the house. A manager oversees, except where
     * (s)he is a member as well.
     *
     * @param own what the actor reaches as a member
     */
    static boolean worksWith(Actor actor, CaseFile file, CaseReach own, CaseTies ties) {
        if (actor.is(Role.COORDINATOR) || !actor.is(Role.MANAGER)) {
            return true;
        }
        return actor.is(Role.PRACTITIONER) && own.covers(file, ties);
    }

    /**
     * Only roles that have the permission count: whoever also leads the house writes as a member and reads as a manager.
     *
     * @param closedDays so long members keep a case that was closed
     */
    static CaseReach reach(Actor actor, Permission permission, LocalDate today, Instant now, int closedDays) {
        boolean whole = actor.roles().stream()
                .filter(role -> PermissionTable.of(role).contains(permission))
                .anyMatch(PermissionTable::knowsEveryCase);
        return whole ? CaseReach.wholeHouse() : asMember(actor, today, closedDays, now);
    }

    /** As one who knows nothing but what (s)he works with. */
    static CaseReach asMember(Actor actor, LocalDate today, int closedDays, Instant now) {
        return new CaseReach(Optional.of(actor.user()), today, today.minusDays(closedDays), now);
    }
}
