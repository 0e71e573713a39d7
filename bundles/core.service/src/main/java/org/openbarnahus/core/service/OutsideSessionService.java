// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.Optional;
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

    /**
     * As with the own second factor: for five minutes what needs it is allowed.
     *
     * @param source network address of the caller: there it was proved
     */
    @Requires(Permission.OWN_SESSION)
    Outcome<SignedIn> stepUp(Session session, String secret, String source);

    /**
     * The provider says that somebody has signed out there, or was shut out: what was opened by that ends at once, in every open
     * page.
     *
     * @param logoutToken as in OpenID Connect Back-Channel Logout 1.0
     * @return false when it is not to be believed; nothing has ended then
     */
    boolean signedOutThere(String logoutToken);

    /** Where the browser is to go to sign out there, too; empty when the session was not opened there, or there is no such place. */
    @Requires(Permission.OWN_SESSION)
    Optional<String> wayOut(Session session);
}
