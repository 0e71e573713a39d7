// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry.Action;
import org.openbarnahus.core.security.AuditEntry.Result;
import org.openbarnahus.core.security.Purpose;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.OutsideSessionService;
import org.openbarnahus.core.service.gate.DisuseGate;
import org.openbarnahus.core.service.gate.GuessGate.Guess;
import org.openbarnahus.core.service.gate.OutsideGate;
import org.openbarnahus.core.service.gate.OutsideGate.Kind;
import org.openbarnahus.core.service.gate.OutsideGate.Proved;
import org.openbarnahus.core.service.gate.OutsideGate.SignedOut;
import org.openbarnahus.core.service.query.SignedIn;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.CredentialGate.Proof;
import org.openbarnahus.core.service.store.OutsideIdentityStore;
import org.openbarnahus.core.service.store.OutsideLink;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** An identity proved outside, then throttle, account and the same session as with a password. */
@Component(service = OutsideSessionService.class)
public final class OutsideSignIns implements OutsideSessionService {
    static final String FACTOR = "oidc";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable OutsideGate provider;

    private final SignIns signIns;
    private final SessionTable table;
    private final Guesses guesses;
    private final OutsideIdentityStore identities;
    private final SiteStore store;
    private final DisuseGate disuse;
    private final TimeSource time;
    private final AccessTrail trail;

    @Activate
    public OutsideSignIns(
            @Reference SignIns signIns,
            @Reference SessionTable table,
            @Reference Guesses guesses,
            @Reference OutsideIdentityStore identities,
            @Reference SiteStore store,
            @Reference DisuseGate disuse,
            @Reference TimeSource time) {
        this.signIns = signIns;
        this.table = table;
        this.guesses = guesses;
        this.identities = identities;
        this.store = store;
        this.disuse = disuse;
        this.time = time;
        this.trail = new AccessTrail(store, time);
    }

    @Override
    public Outcome<SignedIn> signIn(String secret, String source) {
        Optional<Proved> proved = proved(secret, Kind.SIGN_IN);
        if (proved.isEmpty()) {
            return Outcome.refused(Problem.of(ErrorCode.SIGNED_OUT));
        }
        Proved who = proved.get();
        Guess guess = guesses.beginOutside(Secrets.hash(who.issuer() + "\n" + who.subject()), source);
        return guess.tried(() -> entered(secret, who, guess, source));
    }

    private Outcome<SignedIn> entered(String secret, Proved who, Guess guess, String source) {
        Optional<AccountRecord> account = account(who);
        boolean open = account.filter(AccountRecord::enabled)
                .filter(known -> !disuse.runOut(known.id()))
                .isPresent();
        if (!open) {
            guess.failed();
            account.ifPresentOrElse(
                    known -> trail.refused(known, FACTOR), () -> trail.anonymous(Action.SIGN_IN, FACTOR));
            return Outcome.refused(Problem.of(ErrorCode.SIGN_IN_FAILED));
        }
        if (!use(secret)) {
            guess.forgive();
            return Outcome.refused(Problem.of(ErrorCode.SIGNED_OUT));
        }
        SignedIn signedIn = signIns.open(new Proof(account.get(), FACTOR), earlier(who.authenticated()), source);
        opened(signedIn.session(), who);
        guess.succeeded();
        return Outcome.done(signedIn);
    }

    /** The provider may remember somebody for hours: then nothing counts as proved a moment ago. */
    private Instant earlier(Instant authenticated) {
        Instant now = time.now();
        return authenticated.isBefore(now) ? authenticated : now;
    }

    @Override
    public Outcome<SignedIn> stepUp(Session session, String secret, String source) {
        Optional<Proved> proved = proved(secret, Kind.STEP_UP)
                .filter(who -> who.errand().session().equals(session.id()))
                .filter(who -> account(who)
                        .filter(account -> account.id().equals(session.actor().user()))
                        .isPresent());
        if (proved.isEmpty() || !use(secret)) {
            trail.denied(session, Purpose.ADMINISTRATION, Action.SIGN_IN, "session", session.id(), "step-up " + FACTOR);
            return Outcome.refused(Problem.of(ErrorCode.SIGN_IN_FAILED));
        }
        return signIns.steppedUp(session, FACTOR, source);
    }

    private static void opened(Session session, Proved who) {
        Held.behind(session)
                .ifPresent(live -> live.outside = new OutsideOrigin(who.issuer(), who.subject(), who.session()));
    }

    @Override
    public boolean signedOutThere(String logoutToken) {
        OutsideGate there = provider;
        Optional<SignedOut> said = there == null ? Optional.empty() : there.signedOut(logoutToken);
        said.map(over -> table.endOutside(session -> session.outside.endsWith(over)))
                .ifPresent(gone -> gone.forEach(session -> trail.of(session, Action.SIGN_OUT, Result.DONE, "outside")));
        return said.isPresent();
    }

    @Override
    public Optional<String> wayOut(Session session) {
        OutsideGate there = provider;
        boolean fromThere = Held.behind(session)
                .filter(live -> !live.outside.issuer().isEmpty())
                .isPresent();
        return there == null || !fromThere ? Optional.empty() : there.wayOut();
    }

    private Optional<Proved> proved(String secret, Kind kind) {
        OutsideGate there = provider;
        return there == null
                ? Optional.empty()
                : there.proved(secret).filter(who -> who.errand().kind() == kind);
    }

    private boolean use(String secret) {
        OutsideGate there = provider;
        return there != null && there.use(secret);
    }

    private Optional<AccountRecord> account(Proved who) {
        Optional<OutsideLink> link = identities.find(who.issuer(), who.subject());
        return link.flatMap(known -> store.account(known.username()))
                .filter(account -> account.id().equals(link.get().account()));
    }
}
