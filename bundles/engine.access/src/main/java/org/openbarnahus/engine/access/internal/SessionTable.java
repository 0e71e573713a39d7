// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.StoreUnavailableException;
import org.openbarnahus.core.service.query.SignedIn;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Every living session, by the SHA-256 of its secret: who reads the memory map cannot sign in with it. A secret has 256
 * random bits. Sessions live in memory only; a restart ends them all.
 */
@Component(service = SessionTable.class, configurationPid = AccessConfig.PID)
@Designate(ocd = AccessConfig.class)
public final class SessionTable {
    private static final int SECRET_BYTES = 32;
    private static final int SECRET_CHARS = 43;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, LiveSession> byHash = new ConcurrentHashMap<>();
    private final Map<String, String> hashById = new ConcurrentHashMap<>();
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

    SignedIn open(Actor actor, AccountRecord account) {
        Instant now = time.now();
        byHash.values().removeIf(session -> over(session, now) && forget(session));
        endOldest(account);
        String secret = randomText(SECRET_BYTES);
        LiveSession session = new LiveSession(randomText(12), actor, account, now, this);
        hashById.put(session.id(), hash(secret));
        byHash.put(hash(secret), session);
        return new SignedIn(session, secret);
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
            session.lastActive = time.now();
        }
        return Optional.of(session);
    }

    /** Whether this very object was handed out by this table and its session has not ended. */
    boolean isLive(Session session) {
        if (!(session instanceof LiveSession live) || !known(live)) {
            return false;
        }
        if (over(live, time.now()) || !accountUnchanged(live)) {
            end(live);
            return false;
        }
        return true;
    }

    /** True if it was living until now. */
    boolean end(LiveSession session) {
        String hash = hashById.remove(session.id());
        return hash != null && byHash.remove(hash, session);
    }

    int count() {
        return byHash.size();
    }

    private boolean known(LiveSession session) {
        String hash = hashById.get(session.id());
        return hash != null && byHash.get(hash) == session;
    }

    private boolean over(LiveSession session, Instant now) {
        return !now.isBefore(session.lastActive.plus(limits.idle()))
                || !now.isBefore(session.since.plus(limits.absolute()));
    }

    /**
     * Reads the account again every few seconds. While the database does not answer, the session stays: nothing can be read
     * or written meanwhile, and nobody should lose what was typed.
     */
    private boolean accountUnchanged(LiveSession session) {
        Instant now = time.now();
        if (now.isBefore(session.lastChecked.plus(limits.recheck()))) {
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

    private void endOldest(AccountRecord account) {
        List<LiveSession> own = byHash.values().stream()
                .filter(session -> session.account.id().equals(account.id()))
                .sorted(Comparator.comparing((LiveSession session) -> session.since))
                .toList();
        own.stream().limit(Math.max(0, own.size() - limits.perAccount() + 1)).forEach(this::end);
    }

    private boolean forget(LiveSession session) {
        hashById.remove(session.id());
        return true;
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
