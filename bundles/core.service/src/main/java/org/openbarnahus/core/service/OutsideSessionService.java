// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.SignedIn;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Signing in by what an identity provider outside has proved: the same gates, the same session as with a password.
 * Implemented by engine.access.
 */
@ProviderType
public interface OutsideSessionService {
    /**
     * Same answer for an identity without an account as for an account that is closed.
     *
     * @param secret of a way that ended well, see {@link org.openbarnahus.core.service.gate.OutsideGate}
     * @param source network address of the caller, for the throttle
     */
    Outcome<SignedIn> signIn(String secret, String source);

    /** As with the own second factor: for five minutes what needs it is allowed. */
    @Requires(Permission.OWN_SESSION)
    Outcome<Session> stepUp(Session session, String secret);
}
