// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.Actor;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.Enrol;
import org.openbarnahus.core.service.command.RequestKey;
import org.openbarnahus.core.service.gate.DisuseGate;
import org.openbarnahus.core.service.gate.GuessGate;
import org.openbarnahus.core.service.gate.GuessGate.Guess;
import org.openbarnahus.core.service.gate.OutsideGate.Proved;
import org.openbarnahus.core.service.gate.SessionEnder;
import org.openbarnahus.core.service.query.Enrolled;
import org.openbarnahus.core.service.query.Invitation;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.EnrolmentRecord;
import org.openbarnahus.core.service.store.OutsideIdentityStore;
import org.openbarnahus.core.service.store.OutsideLink;
import org.openbarnahus.core.service.store.RequestRecord;
import org.openbarnahus.core.service.store.SignInStore;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.StaleVersionException;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * One-time codes that a manager hands over in person: the only way to a new password or second factor for somebody who
 * cannot sign in. One way in, one way out: the code, then password, second factor and recovery codes all at once.
 */
@Component(service = Enrolments.class)
public class Enrolments {
    private static final Duration LIFE = Duration.ofHours(72);
    /** Of what is remembered of a request. */
    private static final String KIND = "invitation";

    private final SiteStore store;
    private final SignInStore codes;
    private final PasswordHasher hasher;
    private final GuessGate guesses;
    private final SessionEnder sessions;
    private final DisuseGate disuse;
    private final TimeSource time;
    private final UserId nobody = new UserId(UUID.randomUUID());

    @Activate
    public Enrolments(
            @Reference SiteStore store,
            @Reference SignInStore codes,
            @Reference PasswordHasher hasher,
            @Reference GuessGate guesses,
            @Reference SessionEnder sessions,
            @Reference DisuseGate disuse,
            @Reference TimeSource time) {
        this.store = store;
        this.codes = codes;
        this.hasher = hasher;
        this.guesses = guesses;
        this.sessions = sessions;
        this.disuse = disuse;
        this.time = time;
    }

    /**
     * @param by nobody for the owner of the data directory
     */
    Invitation issue(Optional<Session> by, AccountRecord account) {
        return issue(by, account, Optional.empty());
    }

    /**
     * Issues a code for the account that the work comes to, or tells that this was done: asked again under the same key there
     * is no second code, and the first is not kept in a form in which it could be shown.
     *
     * @param username of the account, as the request names it
     */
    Outcome<Invitation> once(Session by, RequestKey key, String username, Supplier<Outcome<AccountRecord>> work) {
        Optional<RequestRecord> before =
                codes.request(by.actor().service(), by.actor().user().toString(), key.value());
        if (before.isEmpty()) {
            return work.get().map(account -> issue(Optional.of(by), account, Optional.of(key)));
        }
        RequestRecord done = before.get();
        return done.kind().equals(KIND) && done.fingerprint().equals(key.fingerprint())
                ? Outcome.done(new Invitation(username, "", done.at().plus(LIFE)))
                : Outcome.refused(Problem.of(ErrorCode.REQUEST_KEY_REUSED));
    }

    private Invitation issue(Optional<Session> by, AccountRecord account, Optional<RequestKey> key) {
        String code = OneTimeCode.enrolment();
        Instant now = time.now();
        Instant expires = now.plus(LIFE);
        EnrolmentRecord enrolment =
                new EnrolmentRecord(account.id(), OneTimeCode.enrolmentHash(account.id(), code), expires);
        AuditEntry audit = Records.by(
                by, Records.audit(now, account, AuditEntry.Action.CONFIGURE, Set.of("enrolment_code"), "issued"));
        if (by.isPresent() && key.isPresent()) {
            Actor actor = by.get().actor();
            codes.putEnrolment(
                    enrolment,
                    actor.service(),
                    new RequestRecord(
                            actor.user().toString(),
                            key.get().value(),
                            key.get().fingerprint(),
                            KIND,
                            account.id().toString(),
                            account.version(),
                            now),
                    audit);
        } else {
            codes.putEnrolment(enrolment, audit);
        }
        return new Invitation(account.username(), code, expires);
    }

    /** That a code is in somebody's hands, and until when; never the code. */
    Optional<Invitation> open(AccountRecord account) {
        return codes.enrolment(account.id())
                .filter(code -> time.running(code.expires(), LIFE))
                .map(code -> new Invitation(account.username(), "", code.expires()));
    }

    /** A code that is still open is of no use from now on. */
    void withdraw(Optional<Session> by, AccountRecord account) {
        codes.enrolment(account.id())
                .filter(code -> time.now().isBefore(code.expires()))
                .ifPresent(code -> codes.putEnrolment(
                        new EnrolmentRecord(account.id(), code.hash(), time.now()),
                        Records.by(
                                by,
                                Records.audit(
                                        time.now(),
                                        account,
                                        AuditEntry.Action.CONFIGURE,
                                        Set.of("enrolment_code"),
                                        "withdrawn"))));
    }

    /** An unknown name costs the same look-ups and the same hash as a wrong code. */
    Outcome<Enrolled> enrol(Enrol command, String source) {
        return tried(command.username(), source, () -> checked(command));
    }

    /**
     * As {@link #enrol}, for an account that is entered by an identity outside: password and second factor become ones that
     * nobody knows, and all that was there before is void.
     */
    Outcome<AccountRecord> enrol(Enrol command, String source, OutsideIdentityStore identities, Proved who) {
        return tried(
                command.username(),
                source,
                () -> holder(command)
                        .then(account -> linked(
                                account, OneTimeCode.enrolmentHash(account.id(), command.code()), identities, who)));
    }

    private <T> Outcome<T> tried(String username, String source, Supplier<Outcome<T>> work) {
        Guess guess = guesses.begin(username, source);
        return guess.tried(() -> {
            Outcome<T> outcome = work.get();
            settle(guess, outcome);
            return outcome;
        });
    }

    /** A password that is refused is no guess: the code was right then. */
    private static <T> void settle(Guess guess, Outcome<T> outcome) {
        if (outcome instanceof Outcome.Refused<T> refused
                && refused.problems().getFirst().code() == ErrorCode.ENROLMENT_CODE) {
            guess.failed();
        } else {
            guess.succeeded();
        }
    }

    /** Whose code it is. */
    private Outcome<AccountRecord> holder(Enrol command) {
        Optional<AccountRecord> account =
                store.account(CredentialRules.username(command.username()).orElse("-"));
        UserId id = account.map(AccountRecord::id).orElse(nobody);
        byte[] hash = OneTimeCode.enrolmentHash(id, command.code());
        boolean right = codes.enrolment(id)
                .filter(code -> MessageDigest.isEqual(code.hash(), hash) && time.running(code.expires(), LIFE))
                .isPresent();
        boolean runOut = disuse.runOut(id);
        return right && account.isPresent() && account.get().enabled() && !runOut
                ? Outcome.done(account.get())
                : Outcome.refused(Problem.of(ErrorCode.ENROLMENT_CODE));
    }

    private Outcome<Enrolled> checked(Enrol command) {
        return holder(command).then(account -> {
            BarnahusRecord house = store.service(account.service()).orElseThrow();
            Optional<Problem> weak =
                    hasher.refusal(command.password(), List.of(account.username(), house.code(), house.name()));
            byte[] hash = OneTimeCode.enrolmentHash(account.id(), command.code());
            return weak.<Outcome<Enrolled>>map(Outcome::refused)
                    .orElseGet(() -> renewed(account, house, hash, command.password()));
        });
    }

    private Outcome<AccountRecord> linked(
            AccountRecord account, byte[] codeHash, OutsideIdentityStore identities, Proved who) {
        AccountRecord renewed = Records.with(account, hasher.nobodys(), Argon2.random(Totp.SECRET_BYTES));
        OutsideLink link = new OutsideLink(account.id(), account.username(), who.issuer(), who.subject(), time.now());
        try {
            if (!identities.enrol(renewed, codeHash, link, enrolled(renewed))) {
                return Outcome.refused(Problem.of(ErrorCode.ENROLMENT_CODE));
            }
        } catch (StaleVersionException e) {
            return Outcome.refused(Problem.of(ErrorCode.BUSY));
        }
        sessions.endAll(account.id());
        return Outcome.done(renewed);
    }

    private Outcome<Enrolled> renewed(AccountRecord account, BarnahusRecord house, byte[] codeHash, String password) {
        AccountRecord renewed = Records.with(account, hasher.hash(password), Argon2.random(Totp.SECRET_BYTES));
        List<String> recovery = OneTimeCode.recovery();
        try {
            boolean done = codes.enrol(
                    renewed,
                    codeHash,
                    time.now(),
                    recovery.stream()
                            .map(code -> OneTimeCode.recoveryHash(account.id(), code))
                            .toList(),
                    enrolled(renewed));
            if (!done) {
                return Outcome.refused(Problem.of(ErrorCode.ENROLMENT_CODE));
            }
        } catch (StaleVersionException e) {
            return Outcome.refused(Problem.of(ErrorCode.BUSY));
        }
        sessions.endAll(account.id());
        return Outcome.done(new Enrolled(AccountFactory.enrolment(house, renewed), recovery));
    }

    /** All that was there before is void. */
    private AuditEntry enrolled(AccountRecord renewed) {
        return Records.audit(
                time.now(),
                renewed,
                AuditEntry.Action.CHANGE,
                Set.of("password_hash", "otp_secret", "recovery_codes", "passkeys", "outside_identity"),
                "enrolled");
    }
}
