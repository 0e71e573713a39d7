// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.List;
import java.util.Set;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.AccessStanding;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Access that is not used or not confirmed ends: a manager sees what will close and confirms what is still needed. Access that
 * is not needed is taken away with {@link AccountService#close}. Implemented by engine.access.
 */
@ProviderType
public interface AccessReviewService {
    /** So many people are confirmed at once, at most: more than any house has. */
    int MOST = 500;

    /** Every account of the house by name. What has run out is closed before it is shown. */
    @Requires(Permission.USER_MANAGE)
    Outcome<List<AccessStanding>> ofTheHouse(Session session);

    /**
     * Says that these people still need their access; all of them or none, {@value #MOST} at most. Refused with NOT_FOUND for who is not here or closed,
     * with NOT_YOURSELF for the own account while somebody else can confirm it.
     */
    @Requires(Permission.USER_MANAGE)
    Outcome<List<AccessStanding>> confirm(Session session, Set<String> usernames);

    /** How many accounts wait to be confirmed; 0 for whoever may not know. */
    @Requires(Permission.USER_MANAGE)
    long waiting(Session session);
}
