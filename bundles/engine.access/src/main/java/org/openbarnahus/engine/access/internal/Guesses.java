// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.security.SourceNetwork;
import org.openbarnahus.core.service.gate.GuessGate;
import org.openbarnahus.core.service.store.SignInStore;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tries of every kind, each seen by two throttles: that of the account and that of the network it comes from. */
@Component(
        service = {GuessGate.class, Guesses.class},
        configurationPid = AccessConfig.PID)
public final class Guesses implements GuessGate {
    private final Throttle accounts;
    private final Throttle sources;
    private final AccessTrail trail;
    private final TimeSource time;

    @Activate
    public Guesses(
            @Reference SignInStore store, @Reference SiteStore site, @Reference TimeSource time, AccessConfig config) {
        this(
                new Throttle(store, "account:", Math.clamp(config.throttle_free_account(), 1, 20)),
                new Throttle(store, "source:", Math.clamp(config.throttle_free_source(), 1, 1000)).decaying(),
                site,
                time);
    }

    Guesses(Throttle accounts, Throttle sources, SiteStore site, TimeSource time) {
        this.accounts = accounts;
        this.sources = sources;
        this.trail = new AccessTrail(site, time);
        this.time = time;
    }

    /** A name that is nobody's is throttled like any other, and what was typed is not kept. */
    @Override
    public Guess begin(String username, String source) {
        return new Attempt(normal(username), SourceNetwork.of(source));
    }

    @Override
    public Guess within(Session session, Secret secret, String source) {
        return new Attempt(inside(session, secret), apart("INSIDE", SourceNetwork.of(source)));
    }

    /** For somebody who has shown a passkey of the account: not slowed down by those who guess its password. */
    Guess beginWithPasskey(String username, String source) {
        return new Attempt(apart("PASSKEY", normal(username)), apart("PASSKEY", SourceNetwork.of(source)));
    }

    /** For somebody whom a provider has proved; apart from those who guess the account's password, too. */
    Guess beginOutside(String identity, String source) {
        return new Attempt(apart("OUTSIDE", identity), apart("OUTSIDE", SourceNetwork.of(source)));
    }

    /** Tries for the account that failed and are not forgotten, under its name and within its sessions: its owner is told of them. */
    int failed(Session session) {
        return accounts.failed(normal(session.actor().username())) + accounts.failed(inside(session, Secret.FACTOR));
    }

    /** Who has proved all, and thereby ended every other session of the account, steps up as if nobody had tried. */
    void provedAll(Session session) {
        accounts.succeeded(inside(session, Secret.FACTOR));
    }

    private static String inside(Session session, Secret secret) {
        return apart("INSIDE " + secret, session.actor().user().toString());
    }

    /** A key that no name can be typed for: those are in small letters, see {@link #normal}. */
    private static String apart(String kind, String key) {
        return kind + " " + key;
    }

    static String normal(String username) {
        return Normalizer.normalize(username.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private final class Attempt implements Guess {
        private final String account;
        private final String source;
        private final Duration pause;
        /** A try ends once: trouble after it was found right or wrong gives none back. One that has to wait never began. */
        private final AtomicBoolean over;

        Attempt(String account, String source) {
            this.account = account;
            this.source = source;
            this.pause = start();
            this.over = new AtomicBoolean(!pause.isZero());
        }

        private Duration start() {
            Duration wait = accounts.begin(account, time.now());
            if (wait.isZero()) {
                wait = sources.begin(source, time.now());
                if (!wait.isZero()) {
                    accounts.forgive(account);
                }
            }
            return wait;
        }

        @Override
        public Duration pause() {
            return pause;
        }

        /** Audited once for each pause: a flood must not fill the trail. */
        @Override
        public Problem refusal() {
            boolean accountTold = accounts.toldAlready(account);
            boolean sourceTold = sources.toldAlready(source);
            if (!accountTold || !sourceTold) {
                trail.anonymous(Action.SIGN_IN, "throttled");
            }
            String seconds = Long.toString(Math.max(1, pause.plusMillis(999).toSeconds()));
            return Problem.at(ErrorCode.THROTTLED, "", "seconds", seconds);
        }

        /** The account begins anew. The source only gets this try back: it is no success of those who guess other accounts. */
        @Override
        public void succeeded() {
            if (over.compareAndSet(false, true)) {
                accounts.succeeded(account);
                sources.forgive(source);
            }
        }

        @Override
        public void failed() {
            if (over.compareAndSet(false, true)) {
                accounts.failed(account, time.now());
                sources.failed(source, time.now());
            }
        }

        @Override
        public void forgive() {
            if (over.compareAndSet(false, true)) {
                accounts.forgive(account);
                sources.forgive(source);
            }
        }
    }
}
