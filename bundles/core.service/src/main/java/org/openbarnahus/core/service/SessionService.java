// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.Optional;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.query.SignedIn;
import org.osgi.annotation.versioning.ProviderType;

/** Signing in and out, for page and REST alike. Implemented by engine.access. */
@ProviderType
public interface SessionService {
    /**
     * Same answer and same work for an unknown name as for a wrong password or code.
     *
     * @param source network address of the caller, for the throttle
     */
    Outcome<SignedIn> signIn(Credentials credentials, String source);

    /** The living session behind the secret that the browser or the program holds; counts as activity. */
    Optional<Session> find(String secret);

    /**
     * As {@link #find}, without counting as activity: for what a page asks by itself (heartbeat, push), so that a page left
     * open does not keep its session alive.
     */
    default Optional<Session> peek(String secret) {
        return find(secret);
    }

    @Requires(Permission.OWN_SESSION)
    void signOut(Session session);
}
