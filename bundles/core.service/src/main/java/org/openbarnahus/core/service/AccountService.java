// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.List;
import java.util.Set;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.FirstAdministrator;
import org.openbarnahus.core.service.command.NewAccount;
import org.openbarnahus.core.service.command.NewMember;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.core.service.query.Enrolment;
import org.openbarnahus.core.service.query.Invitation;
import org.osgi.annotation.versioning.ProviderType;

/** Accounts with password and second factor. Implemented by auth.local. */
@ProviderType
public interface AccountService {
    /** Whether the installation still waits for its first administrator. */
    boolean waitsForFirstAdministrator();

    /** ISO 3166 codes of the countries whose calendar is known: what a first administrator can choose from. */
    default Set<String> countries() {
        return Set.of();
    }

    /** Uses up the one-time code printed at the very first start, creates the Barnahus and its first account. */
    Outcome<Enrolment> createFirstAdministrator(FirstAdministrator command);

    @Requires(Permission.USER_GRANT)
    Outcome<Enrolment> create(Session session, NewAccount command);

    /** A new account whose owner chooses password and second factor with the one-time code. */
    @Requires(Permission.USER_GRANT)
    default Outcome<Invitation> invite(Session session, NewMember command) {
        return Outcome.refused(Problem.of(ErrorCode.DENIED));
    }

    /**
     * As {@link #invite(Session, NewMember)}, once: asked again under the same key it makes nothing, and the invitation has no
     * code any more.
     */
    @Requires(Permission.USER_GRANT)
    default Outcome<Invitation> invite(Session session, NewMember command, RequestKey key) {
        return Outcome.refused(Problem.of(ErrorCode.DENIED));
    }

    /** A one-time code for somebody who has lost password or second factor; both stay as they are until it is used. */
    @Requires(Permission.USER_GRANT)
    default Outcome<Invitation> reissue(Session session, String username) {
        return Outcome.refused(Problem.of(ErrorCode.DENIED));
    }

    /** As {@link #reissue(Session, String)}, once: asked again under the same key the code that was shown goes on being right. */
    @Requires(Permission.USER_GRANT)
    default Outcome<Invitation> reissue(Session session, String username, RequestKey key) {
        return Outcome.refused(Problem.of(ErrorCode.DENIED));
    }

    /** Other roles, from the next request on: living sessions end. */
    @Requires(Permission.USER_GRANT)
    default Outcome<AccountInfo> setRoles(Session session, String username, Set<Role> roles) {
        return Outcome.refused(Problem.of(ErrorCode.DENIED));
    }

    /** Closes an account at once, living sessions included. Nobody closes the own one. */
    @Requires(Permission.USER_MANAGE)
    default Outcome<AccountInfo> close(Session session, String username) {
        return Outcome.refused(Problem.of(ErrorCode.DENIED));
    }

    /** Opens a closed account again: whoever held it has access as before, so this is asked for as giving it is. */
    @Requires(Permission.USER_GRANT)
    default Outcome<AccountInfo> reopen(Session session, String username) {
        return Outcome.refused(Problem.of(ErrorCode.DENIED));
    }

    /** Ends the living sessions of somebody else. */
    @Requires(Permission.USER_MANAGE)
    default Outcome<AccountInfo> endSessions(Session session, String username) {
        return Outcome.refused(Problem.of(ErrorCode.DENIED));
    }

    /** Who has a one-time code that was not used yet, the one that lapses first at the front; without the codes. */
    @Requires(Permission.USER_MANAGE)
    default Outcome<List<Invitation>> openInvitations(Session session) {
        return Outcome.done(List.of());
    }

    @Requires(Permission.USER_MANAGE)
    List<AccountInfo> accounts(Session session);
}
