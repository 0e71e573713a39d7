// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.List;
import java.util.Set;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.FirstAdministrator;
import org.openbarnahus.core.service.command.NewAccount;
import org.openbarnahus.core.service.query.AccountInfo;
import org.openbarnahus.core.service.query.Enrolment;
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

    @Requires(Permission.USER_MANAGE)
    Outcome<Enrolment> create(Session session, NewAccount command);

    @Requires(Permission.USER_MANAGE)
    List<AccountInfo> accounts(Session session);
}
