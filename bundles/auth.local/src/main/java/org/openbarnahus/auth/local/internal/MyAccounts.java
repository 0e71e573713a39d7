// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.value.PlainText;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.MyAccountService;
import org.openbarnahus.core.service.command.Enrol;
import org.openbarnahus.core.service.gate.AccessGate;
import org.openbarnahus.core.service.gate.GuessGate;
import org.openbarnahus.core.service.gate.GuessGate.Guess;
import org.openbarnahus.core.service.gate.SessionEnder;
import org.openbarnahus.core.service.query.Enrolled;
import org.openbarnahus.core.service.query.MyAccount;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.PasskeyRecord;
import org.openbarnahus.core.service.store.SignInStore;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.StaleVersionException;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The own account: password, recovery codes, passkeys, and what happened to it. */
@Component(service = MyAccountService.class)
public final class MyAccounts implements MyAccountService {
    private static final int SIGN_INS = 10;
    private static final int MOST_PASSKEYS = 10;
    private static final int LONGEST_NAME = 60;

    private final SiteStore store;
    private final SignInStore codes;
    private final PasswordHasher hasher;
    private final Passkeys passkeys;
    private final Enrolments enrolments;
    private final OwnAccount own;
    private final GuessGate guesses;
    private final SessionEnder sessions;
    private final TimeSource time;

    @Activate
    @SuppressWarnings("TooManyParameters") // each is a service of its own; a bag of them would hide that
    public MyAccounts(
            @Reference SiteStore store,
            @Reference SignInStore codes,
            @Reference PasswordHasher hasher,
            @Reference Passkeys passkeys,
            @Reference Enrolments enrolments,
            @Reference AccessGate access,
            @Reference GuessGate guesses,
            @Reference SessionEnder sessions,
            @Reference TimeSource time) {
        this.store = store;
        this.codes = codes;
        this.hasher = hasher;
        this.passkeys = passkeys;
        this.enrolments = enrolments;
        this.own = new OwnAccount(access, store);
        this.guesses = guesses;
        this.sessions = sessions;
        this.time = time;
    }

    @Override
    @Requires(Permission.OWN_SESSION)
    public Outcome<MyAccount> mine(Session session) {
        return own.with(session, Permission.OWN_SESSION, account -> Outcome.done(view(account)));
    }

    @Override
    @Requires(Permission.OWN_CREDENTIALS)
    public Outcome<MyAccount> changePassword(Session session, String current, String next, String source) {
        return own.with(session, Permission.OWN_CREDENTIALS, account -> {
            Optional<Problem> weak = weak(account, next);
            if (weak.isPresent()) {
                return Outcome.refused(weak.get());
            }
            Guess guess = guesses.within(session, GuessGate.Secret.PASSWORD, source);
            try {
                return guess.tried(() -> changed(session, account, current, next, guess));
            } catch (StaleVersionException e) {
                return Outcome.refused(Problem.of(ErrorCode.STALE));
            }
        });
    }

    private Optional<Problem> weak(AccountRecord account, String next) {
        BarnahusRecord house = store.service(account.service()).orElseThrow();
        return hasher.refusal(next, List.of(account.username(), house.code(), house.name()));
    }

    private Outcome<MyAccount> changed(
            Session session, AccountRecord account, String current, String next, Guess guess) {
        boolean right = CredentialRules.possible(current) && hasher.matches(current, account.passwordHash());
        if (!right) {
            guess.failed();
            return Outcome.refused(Problem.at(ErrorCode.PASSWORD_WRONG, "current"));
        }
        guess.succeeded();
        AccountRecord renewed = Records.withHash(account, hasher.hash(next));
        store.update(renewed, audit(session, account, Set.of("password_hash"), "own"));
        sessions.renewed(session);
        return Outcome.done(view(renewed));
    }

    @Override
    @Requires(Permission.OWN_CREDENTIALS)
    public Outcome<List<String>> issueRecoveryCodes(Session session) {
        return own.with(session, Permission.OWN_CREDENTIALS, account -> {
            List<String> fresh = OneTimeCode.recovery();
            codes.replaceRecoveryCodes(
                    account.id(),
                    fresh.stream()
                            .map(code -> OneTimeCode.recoveryHash(account.id(), code))
                            .toList(),
                    audit(session, account, Set.of("recovery_codes"), "own"));
            return Outcome.done(fresh);
        });
    }

    @Override
    @Requires(Permission.OWN_CREDENTIALS)
    public Outcome<String> beginPasskey(Session session) {
        return own.with(
                session,
                Permission.OWN_CREDENTIALS,
                account -> codes.passkeys(account.id()).size() >= MOST_PASSKEYS
                        ? Outcome.refused(Problem.at(ErrorCode.TOO_MANY, "", "max", Integer.toString(MOST_PASSKEYS)))
                        : Outcome.done(passkeys.creation(account)));
    }

    @Override
    @Requires(Permission.OWN_CREDENTIALS)
    public Outcome<MyAccount> addPasskey(Session session, String credential, String name) {
        return own.with(session, Permission.OWN_CREDENTIALS, account -> {
            String label = name.strip();
            if (label.isEmpty() || label.length() > LONGEST_NAME) {
                return Outcome.refused(Problem.at(ErrorCode.TOO_LONG, "name", "max", Integer.toString(LONGEST_NAME)));
            }
            if (!PlainText.isPlainLine(label)) {
                return Outcome.refused(Problem.at(ErrorCode.FORBIDDEN_CHARACTER, "name"));
            }
            if (codes.passkeys(account.id()).size() >= MOST_PASSKEYS) {
                return Outcome.refused(Problem.at(ErrorCode.TOO_MANY, "", "max", Integer.toString(MOST_PASSKEYS)));
            }
            Optional<PasskeyRecord> made = passkeys.made(account, credential, label);
            if (made.isEmpty()) {
                return Outcome.refused(Problem.of(ErrorCode.PASSKEY_REFUSED));
            }
            codes.insert(made.get(), audit(session, account, Set.of("passkeys"), "added"));
            return Outcome.done(view(account));
        });
    }

    @Override
    @Requires(Permission.OWN_CREDENTIALS)
    public Outcome<MyAccount> removePasskey(Session session, String id) {
        return own.with(session, Permission.OWN_CREDENTIALS, account -> {
            byte[] key;
            try {
                key = Base64.getUrlDecoder().decode(id);
            } catch (IllegalArgumentException e) {
                return Outcome.refused(Problem.of(ErrorCode.NOT_FOUND));
            }
            return codes.removePasskey(account.id(), key, audit(session, account, Set.of("passkeys"), "removed"))
                    ? Outcome.done(view(account))
                    : Outcome.refused(Problem.of(ErrorCode.NOT_FOUND));
        });
    }

    @Override
    public String passkeyChallenge() {
        return passkeys.request();
    }

    @Override
    public Outcome<Enrolled> enrol(Enrol command, String source) {
        return enrolments.enrol(command, source);
    }

    private MyAccount view(AccountRecord account) {
        return new MyAccount(
                account.username(),
                store.service(account.service()).map(BarnahusRecord::zone).orElse("UTC"),
                codes.recoveryCodes(account.id()),
                codes.passkeys(account.id()).stream().map(MyAccounts::view).toList(),
                codes.signIns(account.id(), SIGN_INS));
    }

    private static MyAccount.Passkey view(PasskeyRecord key) {
        return new MyAccount.Passkey(
                Base64.getUrlEncoder().withoutPadding().encodeToString(key.id()),
                key.name(),
                key.created(),
                key.used());
    }

    private AuditEntry audit(Session session, AccountRecord account, Set<String> fields, String detail) {
        return Records.by(session, Records.audit(time.now(), account, AuditEntry.Action.CHANGE, fields, detail));
    }
}
