// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.security.Decision;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.gate.GuessGate.Guess;
import org.openbarnahus.core.service.gate.GuessGate.Secret;
import org.openbarnahus.core.service.query.OwnSession;
import org.openbarnahus.core.service.query.SessionEnd;
import org.openbarnahus.core.service.query.SignInRecord;
import org.openbarnahus.core.service.query.SignedIn;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.CredentialGate;
import org.openbarnahus.core.service.store.CredentialGate.Proof;
import org.openbarnahus.core.service.store.SignInStore;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Throttle, then proof, then session: the same way for page and REST. */
@Component(
        service = {SessionService.class, SignIns.class},
        configurationPid = AccessConfig.PID)
public final class SignIns implements SessionService {
    /** More than so many take-overs of one account within a day are worth an alert: a login is shared, or stolen. */
    static final int TAKE_OVERS = 3;
    /** From so many failed tries on their owner is told of them: fewer are slips of the own fingers. */
    static final int FAILED_TRIES = 3;

    private static final Duration DAY = Duration.ofDays(1);
    private static final int LOOKED_AT = 50;

    private final CredentialGate credentials;
    private final SessionTable table;
    private final Guesses guesses;
    private final Preconditions preconditions;
    private final OwnSessions own;
    private final SiteStore store;
    private final SignInStore signIns;
    private final TimeSource time;
    private final AccessTrail trail;
    private final Proving proving;

    @Activate
    public SignIns(
            @Reference CredentialGate credentials,
            @Reference SessionTable table,
            @Reference Guesses guesses,
            @Reference Preconditions preconditions,
            @Reference Browsers browsers,
            @Reference SiteStore store,
            @Reference SignInStore signIns,
            @Reference TimeSource time,
            AccessConfig config,
            BundleContext context) {
        // the accounts of a demonstration are everybody's: each browser is a new one
        this(
                credentials,
                table,
                guesses,
                preconditions,
                browsers,
                store,
                signIns,
                time,
                config.tell_new_browser() && !UseBook.demonstration(context));
    }

    SignIns(
            CredentialGate credentials,
            SessionTable table,
            Guesses guesses,
            Preconditions preconditions,
            Browsers browsers,
            SiteStore store,
            SignInStore signIns,
            TimeSource time,
            boolean tellsBrowsers) {
        this.credentials = credentials;
        this.table = table;
        this.guesses = guesses;
        this.preconditions = preconditions;
        this.store = store;
        this.signIns = signIns;
        this.time = time;
        this.trail = new AccessTrail(store, time);
        this.proving = new Proving(store, trail);
        this.own = new OwnSessions(table, browsers, signIns, trail, time, tellsBrowsers);
    }

    @Override
    public Outcome<SignedIn> signIn(Credentials given, String source) {
        boolean holdsPasskey = !given.passkey().isEmpty() && credentials.holdsPasskey(given);
        Guess guess = holdsPasskey
                ? guesses.beginWithPasskey(given.username(), source)
                : guesses.begin(given.username(), source);
        return proving.tried(guess, given.username(), () -> credentials.prove(given))
                .map(proof -> open(proof, time.now(), source))
                .map(signedIn -> {
                    failedTries(signedIn.session(), holdsPasskey ? 0 : 1);
                    guess.succeeded();
                    guesses.provedAll(signedIn.session());
                    return signedIn;
                });
    }

    /**
     * By nobody's doing that is known, so that it is told in this very session.
     *
     * @param own tries of this sign-in that the throttle has counted beforehand
     */
    private void failedTries(Session session, int own) {
        if (guesses.failed(session) - own >= FAILED_TRIES) {
            trail.told(session.actor(), "", "failed-tries");
        }
    }

    @Override
    public Outcome<SignedIn> stepUp(Session session, Credentials given, String source) {
        if (!table.isLive(session)) {
            return Outcome.refused(Problem.of(ErrorCode.SIGNED_OUT));
        }
        Guess guess = guesses.within(session, Secret.FACTOR, source);
        Credentials own = new Credentials(session.actor().username(), "", given.otp(), given.passkey());
        return proving.tried(guess, own.username(), () -> credentials.proveSecondFactor(own))
                .then(proof -> {
                    guess.succeeded();
                    return steppedUp(session, proof.factor(), source);
                });
    }

    /**
     * From now on it counts as proved again, there and under another secret: one that somebody else has is of no use any more.
     *
     * @param source network address from which
     */
    Outcome<SignedIn> steppedUp(Session session, String factor, String source) {
        Optional<LiveSession> held = Held.behind(session).filter(any -> table.isLive(session));
        Optional<SignedIn> renewed = held.flatMap(table::renewSecret);
        if (renewed.isEmpty()) {
            return Outcome.refused(Problem.of(ErrorCode.SIGNED_OUT));
        }
        LiveSession live = held.get();
        live.provenAt = Moment.now(time);
        live.whereabouts.proved(source);
        trail.of(session, Action.SIGN_IN, Result.DONE, "step-up " + factor);
        return Outcome.done(renewed.get());
    }

    @Override
    public Optional<Session> find(String secret) {
        return table.find(secret, true);
    }

    @Override
    public Optional<Session> find(String secret, String source) {
        Optional<Session> session = table.find(secret, true).filter(each -> !table.strange(each, source));
        session.filter(each -> table.movedTo(each, source))
                .ifPresent(each -> trail.told(each.actor(), each.id(), "new-network"));
        return session;
    }

    @Override
    public Optional<Session> peek(String secret) {
        return table.find(secret, false);
    }

    @Override
    public Optional<SessionEnd> ended(String secret) {
        return table.ended(secret);
    }

    @Override
    public Optional<ErrorCode> gate(Session session) {
        return Held.behind(session).flatMap(preconditions::missing).map(reason -> new Decision.Denied(reason).code());
    }

    @Override
    public boolean exchanged(Session session) {
        return table.exchanged(session);
    }

    @Override
    public void signOut(Session session) {
        Held.behind(session).ifPresent(this::signOut);
    }

    private void signOut(LiveSession live) {
        if (table.end(live)) {
            trail.of(live, Action.SIGN_OUT, Result.DONE, "");
        }
    }

    @Override
    public String recognise(Session session, String held, String name) {
        return own.recognise(session, held, name);
    }

    @Override
    public Outcome<List<OwnSession>> mine(Session session) {
        return own.mine(session);
    }

    @Override
    public Outcome<OwnSession> end(Session session, String id) {
        Outcome<LiveSession> found = own.find(session, id);
        Outcome<OwnSession> told = found.map(each -> OwnSessions.shown(each, session));
        found.map(each -> {
            signOut(each);
            return each;
        });
        return told;
    }

    /**
     * Somebody has proved who they are: the one way to a session.
     *
     * @param provenAt when
     * @param source network address from which
     */
    SignedIn open(Proof proof, Instant provenAt, String source) {
        AccountRecord account = proof.account();
        BarnahusRecord house = store.service(account.service())
                .orElseThrow(() -> new IllegalStateException("account without a house: " + account.id()));
        Actor actor = new Actor(
                account.id(),
                account.username(),
                house.id(),
                house.code(),
                house.country(),
                account.agency(),
                account.roles());
        SessionTable.Opened opened = table.open(actor, account);
        boolean tookOver = !opened.ended().isEmpty();
        signIns.signedIn(new SignInRecord(account.id(), time.now(), proof.factor(), tookOver));
        Session session = opened.signedIn().session();
        Held.behind(session).ifPresent(live -> {
            live.provenAt = Moment.now(time).earlier(provenAt);
            live.whereabouts.proved(source);
            live.zone = ZoneId.of(house.zone());
        });
        trail.of(session, Action.SIGN_IN, Result.DONE, proof.factor());
        opened.ended().forEach(other -> trail.of(other, Action.SIGN_OUT, Result.DONE, "taken-over"));
        if (tookOver) {
            trail.of(session, Action.SIGN_IN, Result.DONE, repeated(account) ? "took-over-repeatedly" : "took-over");
        }
        return opened.signedIn();
    }

    private boolean repeated(AccountRecord account) {
        Instant since = time.now().minus(DAY);
        return signIns.signIns(account.id(), LOOKED_AT).stream()
                        .filter(each -> each.tookOver() && each.at().isAfter(since))
                        .count()
                > TAKE_OVERS;
    }
}
