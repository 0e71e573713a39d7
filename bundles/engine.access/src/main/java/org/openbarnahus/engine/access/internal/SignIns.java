// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.SessionService;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.query.SignedIn;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.CredentialGate;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Throttle, then proof, then session: the same way for page and REST. */
@Component(service = SessionService.class, configurationPid = AccessConfig.PID)
public final class SignIns implements SessionService {
    private final CredentialGate credentials;
    private final SessionTable table;
    private final SiteStore store;
    private final TimeSource time;
    private final AccessTrail trail;
    private final Throttle accounts;
    private final Throttle sources;

    @Activate
    public SignIns(
            @Reference CredentialGate credentials,
            @Reference SessionTable table,
            @Reference SiteStore store,
            @Reference TimeSource time,
            AccessConfig config) {
        this(
                credentials,
                table,
                store,
                time,
                new Throttle(Math.clamp(config.throttle_free_account(), 1, 20)),
                new Throttle(Math.clamp(config.throttle_free_source(), 1, 1000)));
    }

    SignIns(
            CredentialGate credentials,
            SessionTable table,
            SiteStore store,
            TimeSource time,
            Throttle accounts,
            Throttle sources) {
        this.credentials = credentials;
        this.table = table;
        this.store = store;
        this.time = time;
        this.trail = new AccessTrail(store, time);
        this.accounts = accounts;
        this.sources = sources;
    }

    @Override
    public Outcome<SignedIn> signIn(Credentials given, String source) {
        // a name that is nobody's is throttled like any other, and what was typed is not kept
        Attempt attempt = new Attempt(SessionTable.hash(normal(given.username())), SourceNetwork.of(source));
        Duration wait = attempt.begin(time.now());
        if (!wait.isZero()) {
            return attempt.refuse(wait);
        }
        Optional<AccountRecord> account;
        try {
            account = credentials.verify(given);
        } catch (RejectedExecutionException e) {
            attempt.forgive();
            return Outcome.refused(Problem.of(ErrorCode.BUSY));
        } catch (RuntimeException e) {
            attempt.forgive();
            throw e;
        }
        if (account.isEmpty()) {
            attempt.failed(time.now());
            refused(normal(given.username()));
            return Outcome.refused(Problem.of(ErrorCode.SIGN_IN_FAILED));
        }
        attempt.succeeded();
        return Outcome.done(open(account.get()));
    }

    @Override
    public Optional<Session> find(String secret) {
        return table.find(secret, true);
    }

    @Override
    public Optional<Session> peek(String secret) {
        return table.find(secret, false);
    }

    @Override
    public void signOut(Session session) {
        if (session instanceof LiveSession live && table.end(live)) {
            trail.of(session, Action.SIGN_OUT, Result.DONE, "");
        }
    }

    private SignedIn open(AccountRecord account) {
        BarnahusRecord house = store.service(account.service())
                .orElseThrow(() -> new IllegalStateException("account without a house: " + account.id()));
        SignedIn signedIn = table.open(
                new Actor(
                        account.id(),
                        account.username(),
                        house.id(),
                        house.code(),
                        house.country(),
                        account.agency(),
                        account.roles()),
                account);
        trail.of(signedIn.session(), Action.SIGN_IN, Result.DONE, "");
        return signedIn;
    }

    /** To the house whose account it is, so that its manager hears of guessing; what was typed is not kept. */
    private void refused(String username) {
        store.account(username)
                .ifPresentOrElse(
                        account -> trail.refused(account, "credentials"),
                        () -> trail.anonymous(Action.SIGN_IN, "credentials"));
    }

    private static String normal(String username) {
        return Normalizer.normalize(username.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** One try, seen by both throttles. */
    private final class Attempt {
        private final String account;
        private final String source;

        Attempt(String account, String source) {
            this.account = account;
            this.source = source;
        }

        Duration begin(Instant now) {
            Duration wait = accounts.begin(account, now);
            if (!wait.isZero()) {
                return wait;
            }
            wait = sources.begin(source, now);
            if (!wait.isZero()) {
                accounts.forgive(account);
            }
            return wait;
        }

        /** Audited once for each pause: a flood must not fill the trail. */
        Outcome<SignedIn> refuse(Duration wait) {
            boolean accountTold = accounts.toldAlready(account);
            boolean sourceTold = sources.toldAlready(source);
            if (!accountTold || !sourceTold) {
                trail.anonymous(Action.SIGN_IN, "throttled");
            }
            String seconds = Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
            return Outcome.refused(Problem.at(ErrorCode.THROTTLED, "", "seconds", seconds));
        }

        void failed(Instant now) {
            accounts.failed(account, now);
            sources.failed(source, now);
        }

        void forgive() {
            accounts.forgive(account);
            sources.forgive(source);
        }

        /** Both begin anew. For the source that is tolerable, as a code of the second factor works once in 30 s. */
        void succeeded() {
            accounts.succeeded(account);
            sources.succeeded(source);
        }
    }
}
