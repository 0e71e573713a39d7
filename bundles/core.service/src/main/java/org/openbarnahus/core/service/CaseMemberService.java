// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.List;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.ChangeMember;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.core.service.query.CaseTeam;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who works with a case, and therefore may know about it. Coordinators see every case of their house; people of the agencies see
 * those of which they are members today. Implemented by engine.casework, decided in engine.access.
 */
@ProviderType
public interface CaseMemberService {
    @Requires(Permission.CASE_READ)
    Outcome<CaseTeam> members(Session session, CaseId id);

    /** The people of the house who can be made members, by name. */
    @Requires(Permission.CASE_CHANGE)
    Outcome<List<AccountInfo>> candidates(Session session);

    /**
     * Makes somebody a member, until another day, or takes somebody off; counts from the person's next request on. Refused as
     * STALE when somebody else has changed the members since.
     */
    @Requires(Permission.CASE_CHANGE)
    Outcome<CaseTeam> change(Session session, ChangeMember command);
}
