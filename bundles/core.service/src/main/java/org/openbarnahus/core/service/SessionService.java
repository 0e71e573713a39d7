// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.Optional;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.query.SessionEnd;
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

    /** Why the session behind the secret is over, if its holder did not end it; known for some hours. */
    default Optional<SessionEnd> ended(String secret) {
        return Optional.empty();
    }

    /** What stands between the person and the first page, as the agreement; empty when nothing does. */
    @Requires(Permission.OWN_SESSION)
    default Optional<ErrorCode> gate(Session session) {
        return Optional.empty();
    }

    /**
     * Proves the second factor again: for five minutes what needs it is allowed.
     *
     * @param credentials {@code otp} or {@code passkey}; name and password are not looked at
     * @param source network address, for the throttle
     */
    @Requires(Permission.OWN_SESSION)
    default Outcome<Session> stepUp(Session session, Credentials credentials, String source) {
        return Outcome.refused(Problem.of(ErrorCode.DENIED));
    }

    @Requires(Permission.OWN_SESSION)
    void signOut(Session session);
}
