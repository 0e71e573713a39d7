// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.query.OwnSession;
import org.openbarnahus.core.service.query.SessionEnd;
import org.openbarnahus.core.service.query.SignedIn;

/** Sessions by secret, counting what was taken for activity. */
final class FakeSessions implements SessionService {
    final Map<String, Session> living = new HashMap<>();

    @Nullable
    Credentials tried;

    @Nullable
    Problem refusal;

    int activity;
    final List<String> sources = new ArrayList<>();
    final List<String> recognised = new ArrayList<>();
    final List<String> ended = new ArrayList<>();
    boolean tookOver;
    boolean exchanged;
    final Map<String, SessionEnd> endings = new HashMap<>();

    @Nullable
    ErrorCode gate;

    record Signed(String id) implements Session {
        @Override
        public Actor actor() {
            return new Actor(
                    new UserId(new UUID(0, 7)),
                    "anna",
                    new ServiceId(new UUID(0, 1)),
                    "SE-LKP",
                    "SE",
                    Agency.BARNAHUS,
                    Set.of(Role.COORDINATOR));
        }

        @Override
        public boolean alive() {
            return true;
        }
    }

    Session add(String secret, String id) {
        Session session = new Signed(id);
        living.put(secret, session);
        return session;
    }

    @Override
    public Outcome<SignedIn> signIn(Credentials credentials, String source) {
        tried = credentials;
        return refusal == null
                ? Outcome.done(new SignedIn(add("fresh-secret", "s9"), "fresh-secret", tookOver))
                : Outcome.refused(refusal);
    }

    @Override
    public Optional<Session> find(String secret) {
        activity++;
        return Optional.ofNullable(living.get(secret));
    }

    @Override
    public Optional<Session> find(String secret, String source) {
        sources.add(source);
        return find(secret);
    }

    @Override
    public String recognise(Session session, String held, String name) {
        recognised.add(session.id() + " " + held + " " + name);
        return "kept";
    }

    @Override
    public Outcome<SignedIn> stepUp(Session session, Credentials credentials, String source) {
        tried = credentials;
        living.values().remove(session);
        living.put("renewed-secret", session);
        return refusal == null ? Outcome.done(new SignedIn(session, "renewed-secret")) : Outcome.refused(refusal);
    }

    @Override
    public Outcome<List<OwnSession>> mine(Session session) {
        return Outcome.done(
                List.of(new OwnSession(session.id(), Instant.EPOCH, Instant.EPOCH, "Firefox <Linux>", true)));
    }

    @Override
    public Outcome<OwnSession> end(Session session, String id) {
        ended.add(id);
        return mine(session).map(List::getFirst);
    }

    @Override
    public Optional<Session> peek(String secret) {
        return Optional.ofNullable(living.get(secret));
    }

    @Override
    public boolean exchanged(Session session) {
        return exchanged;
    }

    @Override
    public Optional<SessionEnd> ended(String secret) {
        return Optional.ofNullable(endings.get(secret));
    }

    @Override
    public Optional<ErrorCode> gate(Session session) {
        return Optional.ofNullable(gate);
    }

    @Override
    public void signOut(Session session) {
        living.values().remove(session);
    }
}
