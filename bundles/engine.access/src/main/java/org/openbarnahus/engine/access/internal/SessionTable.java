// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SessionListener;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.gate.SessionEnder;
import org.openbarnahus.core.service.query.SessionEnd;
import org.openbarnahus.core.service.query.SessionEnd.Reason;
import org.openbarnahus.core.service.query.SignedIn;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Every living session, by its {@link Secrets}. Sessions live in memory only; a restart ends them all. */
@Component(
        service = {SessionTable.class, SessionEnder.class},
        configurationPid = AccessConfig.PID)
@Designate(ocd = AccessConfig.class)
public final class SessionTable implements SessionEnder {
    /** So many ended sessions are remembered with their reason, at most. */
    private static final int MOST_ENDED = 10_000;

    /** A session that was opened, and those of the same account that it ended. */
    record Opened(SignedIn signedIn, List<LiveSession> ended) {}

    private final Secrets secrets;
    private final Map<String, SessionEnd> ended = new ConcurrentHashMap<>();
    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();
    private final SiteStore store;
    private final TimeSource time;
    private final Limits limits;

    @Activate
    public SessionTable(
            @Reference SiteStore store, @Reference TimeSource time, AccessConfig config, BundleContext context) {
        this(store, time, Limits.of(config, UseBook.demonstration(context)));
    }

    SessionTable(SiteStore store, TimeSource time, Limits limits) {
        this.store = store;
        this.time = time;
        this.limits = limits;
        this.secrets = new Secrets(time);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(SessionListener listener) {
        listeners.add(listener);
    }

    void removeListener(SessionListener listener) {
        listeners.remove(listener);
    }

    /** One session per account: whoever signs in ends the one before, also when two do so at the same moment. */
    synchronized Opened open(Actor actor, AccountRecord account) {
        Moment now = Moment.now(time);
        secrets.sessions().forEach(session -> endWhenOver(session, now));
        ended.values().removeIf(end -> !now.at().isBefore(end.at().plus(limits.absolute())));
        List<LiveSession> before = secrets.sessions().stream()
                .filter(session -> session.account.id().equals(account.id()))
                .filter(session -> end(session, Reason.TAKEN_OVER))
                .toList();
        LiveSession session = new LiveSession(secrets.text(12), actor, account, now, this);
        Secrets.Opened opened = secrets.open(session);
        if (!before.isEmpty()) {
            tell();
        }
        return new Opened(new SignedIn(opened.held(), opened.secret(), !before.isEmpty()), before);
    }

    @Override
    public void endAll(UserId account) {
        boolean any = false;
        for (LiveSession session : secrets.sessions()) {
            any |= session.account.id().equals(account) && end(session, Reason.ACCOUNT_CHANGED);
        }
        if (any) {
            tell();
        }
    }

    /** Ends those that the identity provider outside has ended: at once, in every open page. */
    List<LiveSession> endOutside(Predicate<LiveSession> over) {
        List<LiveSession> gone = secrets.sessions().stream()
                .filter(over)
                .filter(session -> end(session, Reason.ENDED_OUTSIDE))
                .toList();
        if (!gone.isEmpty()) {
            tell();
        }
        return gone;
    }

    /** The living sessions of an account. */
    List<LiveSession> of(UserId account) {
        return secrets.sessions().stream()
                .filter(session -> session.account.id().equals(account) && living(session))
                .toList();
    }

    /**
     * Another secret for whoever has just proved a second factor; the one of before is good for some seconds only, and for nothing
     * that wants a fresh factor.
     */
    Optional<SignedIn> renewSecret(LiveSession session) {
        return secrets.exchange(session).map(next -> new SignedIn(next.held(), next.secret()));
    }

    @Override
    public void renewed(Session session) {
        Held.behind(session)
                .filter(secrets::known)
                .ifPresent(live -> store.account(live.account.username())
                        .filter(account -> account.id().equals(live.account.id()) && account.enabled())
                        .ifPresent(account -> live.account = account));
    }

    /** Why the session behind the secret is over. */
    Optional<SessionEnd> ended(String secret) {
        return Optional.ofNullable(ended.get(Secrets.hash(secret)));
    }

    /** When each account with a living session last did something. */
    Map<UserId, Instant> lastActive() {
        return secrets.sessions().stream()
                .collect(Collectors.toMap(
                        session -> session.account.id(),
                        session -> session.lastActive.at(),
                        (one, other) -> one.isAfter(other) ? one : other));
    }

    /**
     * At odd hours, when few look on, a second factor counts for less long. It counts for nobody who holds the session under a
     * secret that was exchanged: somebody else may have that one, and the factor was its end.
     */
    boolean fresh(Held held) {
        Moment now = Moment.now(time);
        LiveSession session = held.live();
        return secrets.current(held)
                && !session.provenAt.over(limits.fresh(LocalTime.ofInstant(now.at(), session.zone)), now);
    }

    /** Whether it is held under a secret that another one has replaced. */
    boolean exchanged(Session session) {
        return session instanceof Held held && !secrets.current(held);
    }

    private void tell() {
        listeners.forEach(SessionListener::sessionsEnded);
    }

    /** The session behind the secret. {@code active}: a person did something, the idle time begins anew. */
    Optional<Session> find(String secret, boolean active) {
        Held held = secrets.find(secret);
        if (held == null || !isLive(held)) {
            return Optional.empty();
        }
        if (active) {
            held.live().lastActive = Moment.now(time);
        }
        return Optional.of(held);
    }

    /** Whether a request from there makes the session wait for a second factor that did not wait before. */
    boolean movedTo(Session session, String address) {
        return limits.networks()
                && Held.behind(session)
                        .filter(live -> live.whereabouts.seen(address))
                        .isPresent();
    }

    /** Whether a request from there comes with an exchanged secret from where the session was never proved: a thief's. */
    boolean strange(Session session, String address) {
        return limits.networks()
                && exchanged(session)
                && Held.behind(session)
                        .filter(live -> !live.whereabouts.knows(address))
                        .isPresent();
    }

    /** Whether this very object was handed out by this table and its session has not ended. */
    boolean isLive(Session session) {
        return Held.behind(session).filter(this::living).isPresent();
    }

    private boolean living(LiveSession live) {
        if (!secrets.known(live)) {
            return false;
        }
        if (endWhenOver(live, Moment.now(time))) {
            return false;
        }
        if (!accountUnchanged(live)) {
            end(live, Reason.ACCOUNT_CHANGED);
            return false;
        }
        return true;
    }

    /** True if it was living until now. */
    boolean end(LiveSession session) {
        return secrets.forget(session).isPresent();
    }

    private boolean end(LiveSession session, Reason reason) {
        Optional<String> hash = secrets.forget(session);
        if (ended.size() < MOST_ENDED) {
            hash.ifPresent(was -> ended.put(was, new SessionEnd(reason, time.now())));
        }
        return hash.isPresent();
    }

    int count() {
        return secrets.count();
    }

    private boolean endWhenOver(LiveSession session, Moment now) {
        boolean tooLong = session.since.over(limits.absolute(), now);
        boolean idle = session.lastActive.over(limits.idle(), now);
        if (tooLong || idle) {
            end(session, tooLong ? Reason.TOO_LONG : Reason.IDLE);
        }
        return tooLong || idle;
    }

    /**
     * Reads the account again every few seconds. While the database does not answer, the session stays: nothing can be read
     * or written meanwhile, and nobody should lose what was typed.
     */
    private boolean accountUnchanged(LiveSession session) {
        Moment now = Moment.now(time);
        if (!session.lastChecked.over(limits.recheck(), now)) {
            return true;
        }
        session.lastChecked = now;
        try {
            return store.account(session.account.username())
                    .filter(account -> same(account, session.account))
                    .isPresent();
        } catch (StoreUnavailableException e) {
            return true;
        }
    }

    /** The version does not count: it also grows when nothing of this changes. */
    private static boolean same(AccountRecord now, AccountRecord then) {
        return now.enabled()
                && now.id().equals(then.id())
                && now.service().equals(then.service())
                && now.agency() == then.agency()
                && now.roles().equals(then.roles())
                && now.passwordHash().equals(then.passwordHash())
                && MessageDigest.isEqual(now.otpSecret(), then.otpSecret());
    }
}
