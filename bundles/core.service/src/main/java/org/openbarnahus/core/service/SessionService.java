// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.query.OwnSession;
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
     * As {@link #find(String)}, for a request that came from there: a session that is carried to another network waits for a fresh
     * second factor before anything of a case is shown or changed.
     *
     * @param source network address
     */
    default Optional<Session> find(String secret, String source) {
        return find(secret);
    }

    /**
     * As {@link #find(String)}, without counting as activity: for what a page asks by itself (heartbeat, push), so that a page left
     * open does not keep its session alive.
     */
    default Optional<Session> peek(String secret) {
        return find(secret);
    }

    /** Why the session behind the secret is over, if its holder did not end it; known for some hours. */
    default Optional<SessionEnd> ended(String secret) {
        return Optional.empty();
    }

    /**
     * Whether it was found by a secret that another one has replaced since: good for what was under way, which is nothing new and
     * nothing that wants a fresh second factor.
     */
    @Requires(Permission.OWN_SESSION)
    default boolean exchanged(Session session) {
        return false;
    }

    /** What stands between the person and the first page, as the agreement; empty when nothing does. */
    @Requires(Permission.OWN_SESSION)
    default Optional<ErrorCode> gate(Session session) {
        return Optional.empty();
    }

    /**
     * Proves the second factor again: for five minutes what needs it is allowed. The session goes on under another secret, which
     * the caller gives to the browser; the one of before is good for what is under way and for nothing else. Only the session that is
     * answered counts as fresh.
     *
     * @param credentials {@code otp} or {@code passkey}; name and password are not looked at
     * @param source network address, for the throttle
     */
    @Requires(Permission.OWN_SESSION)
    default Outcome<SignedIn> stepUp(Session session, Credentials credentials, String source) {
        return Outcome.refused(Problem.of(ErrorCode.DENIED));
    }

    /**
     * Looks whether the account was used in this browser before, and tells its owner where it was not.
     *
     * @param held what the browser keeps since an earlier sign-in; anything else is as good as nothing
     * @param name of the browser, for its owner
     * @return what the browser is to keep, for all accounts that were used in it; names none of them
     */
    @Requires(Permission.OWN_SESSION)
    default String recognise(Session session, String held, String name) {
        return "";
    }

    /** The caller's living sessions: there is never more than one, as a sign-in ends the one before. */
    @Requires(Permission.OWN_SESSION)
    default Outcome<List<OwnSession>> mine(Session session) {
        return Outcome.done(List.of());
    }

    /**
     * Ends one of the caller's own sessions.
     *
     * @param id as {@link #mine} names it; NOT_FOUND for any other
     */
    @Requires(Permission.OWN_SESSION)
    default Outcome<OwnSession> end(Session session, String id) {
        return Outcome.refused(Problem.of(ErrorCode.NOT_FOUND));
    }

    @Requires(Permission.OWN_SESSION)
    void signOut(Session session);
}
