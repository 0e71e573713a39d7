// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.service.store.CaseMember;
import org.openbarnahus.core.service.store.CaseReach;

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

    static Decision decide(Actor actor, Permission permission) {
        boolean granted =
                actor.roles().stream().anyMatch(role -> PermissionTable.of(role).contains(permission));
        return granted ? new Decision.Allowed(PermissionTable.purpose(permission)) : new Decision.Denied(ROLE);
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
    static Decision decide(
            Actor actor,
            Permission permission,
            CaseFile file,
            CaseReach reach,
            Supplier<Optional<CaseMember>> membership) {
        Decision decision = decide(actor, permission, file.service());
        return decision instanceof Decision.Denied || reach.covers(file, membership)
                ? decision
                : new Decision.Denied(MEMBER);
    }

    /**
     * Only roles that have the permission count: whoever also leads the house writes as a member and reads as a manager.
     *
     * @param closedDays so long members keep a case that was closed
     */
    static CaseReach reach(Actor actor, Permission permission, LocalDate today, int closedDays) {
        boolean whole = actor.roles().stream()
                .filter(role -> PermissionTable.of(role).contains(permission))
                .anyMatch(PermissionTable::knowsEveryCase);
        return whole
                ? CaseReach.wholeHouse()
                : new CaseReach(Optional.of(actor.user()), today, today.minusDays(closedDays));
    }
}
