// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.time.Instant;
import java.util.Optional;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.osgi.annotation.versioning.ProviderType;

/** Who an account's owner is at an identity provider outside; never guessed from a name or an address. Implemented by auth.local. */
@ProviderType
public interface OutsideAccountService {
    /** Since when the own account is linked. */
    @Requires(Permission.OWN_SESSION)
    Outcome<Optional<Instant>> linked(Session session);

    /**
     * @param secret of a way that this very session began, see {@link org.openbarnahus.core.service.gate.OutsideGate}
     * @return refused as contradiction when account or identity are linked already
     */
    @Requires(Permission.OWN_CREDENTIALS)
    Outcome<Instant> link(Session session, String secret);

    @Requires(Permission.OWN_CREDENTIALS)
    Outcome<Boolean> unlink(Session session);

    /**
     * Uses up a one-time enrolment code for an account that will be entered through the provider. Same answer and same work
     * for an unknown name.
     *
     * @param secret of a way that ended well
     * @param source network address, for the throttle
     * @return the user name
     */
    Outcome<String> enrol(String secret, String username, String code, String source);
}
