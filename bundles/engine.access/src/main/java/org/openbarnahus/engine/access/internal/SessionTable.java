// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Every living session, by the SHA-256 of its secret: who reads the memory map cannot sign in with it. A secret has 256
 * random bits. Sessions live in memory only; a restart ends them all.
 */
@Component(
        service = {SessionTable.class, SessionEnder.class},
        configurationPid = AccessConfig.PID)
@Designate(ocd = AccessConfig.class)
public final class SessionTable implements SessionEnder {
    private static final int SECRET_BYTES = 32;
    private static final int SECRET_CHARS = 43;
    /** So many ended sessions are remembered with their reason, at most. */
    private static final int MOST_ENDED = 10_000;

    /** A session that was opened, and those of the same account that it ended. */
    record Opened(SignedIn signedIn, List<LiveSession> ended) {}

    private final SecureRandom random = new SecureRandom();
    private final Map<String, LiveSession> byHash = new ConcurrentHashMap<>();
    private final Map<String, String> hashById = new ConcurrentHashMap<>();
    private final Map<String, SessionEnd> ended = new ConcurrentHashMap<>();
    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();
    private final SiteStore store;
    private final TimeSource time;
    private final Limits limits;

    @Activate
    public SessionTable(@Reference SiteStore store, @Reference TimeSource time, AccessConfig config) {
        this(store, time, Limits.of(config));
    }

    SessionTable(SiteStore store, TimeSource time, Limits limits) {
        this.store = store;
        this.time = time;
        this.limits = limits;
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
        byHash.values().forEach(session -> endWhenOver(session, now));
        ended.values().removeIf(end -> !now.at().isBefore(end.at().plus(limits.absolute())));
        List<LiveSession> before = byHash.values().stream()
                .filter(session -> session.account.id().equals(account.id()))
                .filter(session -> end(session, Reason.TAKEN_OVER))
                .toList();
        String secret = randomText(SECRET_BYTES);
        LiveSession session = new LiveSession(randomText(12), actor, account, now, this);
        hashById.put(session.id(), hash(secret));
        byHash.put(hash(secret), session);
        if (!before.isEmpty()) {
            tell();
        }
        return new Opened(new SignedIn(session, secret, !before.isEmpty()), before);
    }

    @Override
    public void endAll(UserId account) {
        boolean any = false;
        for (LiveSession session : byHash.values()) {
            any |= session.account.id().equals(account) && end(session, Reason.ACCOUNT_CHANGED);
        }
        if (any) {
            tell();
        }
    }

    @Override
    public void renewed(Session session) {
        if (session instanceof LiveSession live && known(live)) {
            store.account(live.account.username())
                    .filter(account -> account.id().equals(live.account.id()) && account.enabled())
                    .ifPresent(account -> live.account = account);
        }
    }

    /** Why the session behind the secret is over. */
    Optional<SessionEnd> ended(String secret) {
        return Optional.ofNullable(ended.get(hash(secret)));
    }

    /** When each account with a living session last did something. */
    Map<UserId, Instant> lastActive() {
        return byHash.values().stream()
                .collect(Collectors.toMap(
                        session -> session.account.id(),
                        session -> session.lastActive.at(),
                        (one, other) -> one.isAfter(other) ? one : other));
    }

    boolean fresh(LiveSession session) {
        return !session.provenAt.over(limits.fresh(), Moment.now(time));
    }

    private void tell() {
        listeners.forEach(SessionListener::sessionsEnded);
    }

    /** The session behind the secret. {@code active}: a person did something, the idle time begins anew. */
    Optional<Session> find(String secret, boolean active) {
        if (secret.length() != SECRET_CHARS) {
            return Optional.empty();
        }
        LiveSession session = byHash.get(hash(secret));
        if (session == null || !isLive(session)) {
            return Optional.empty();
        }
        if (active) {
            session.lastActive = Moment.now(time);
        }
        return Optional.of(session);
    }

    /** Whether this very object was handed out by this table and its session has not ended. */
    boolean isLive(Session session) {
        if (!(session instanceof LiveSession live) || !known(live)) {
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
        String hash = hashById.remove(session.id());
        return hash != null && byHash.remove(hash, session);
    }

    private boolean end(LiveSession session, Reason reason) {
        String hash = hashById.get(session.id());
        boolean was = end(session);
        if (was && hash != null && ended.size() < MOST_ENDED) {
            ended.put(hash, new SessionEnd(reason, time.now()));
        }
        return was;
    }

    int count() {
        return byHash.size();
    }

    private boolean known(LiveSession session) {
        String hash = hashById.get(session.id());
        return hash != null && byHash.get(hash) == session;
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

    private String randomText(int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
