// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.command.NewAccount;
import org.openbarnahus.core.service.command.NewMember;
import org.openbarnahus.core.service.query.Enrolment;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.BarnahusRecord;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes accounts; who may have one made is asked before. */
@Component(service = AccountFactory.class)
public final class AccountFactory {
    private static final Set<String> FIELDS = Set.of("username", "agency", "roles", "password_hash", "otp_secret");

    private final SiteStore store;
    private final PasswordHasher hasher;
    private final TimeSource time;

    @Activate
    public AccountFactory(@Reference SiteStore store, @Reference PasswordHasher hasher, @Reference TimeSource time) {
        this.store = store;
        this.hasher = hasher;
        this.time = time;
    }

    /**
     * @param by who does it; nobody for the installation itself and the owner of the data directory
     * @param detail how it came about, for the audit trail
     */
    Outcome<Enrolment> create(BarnahusRecord house, NewAccount command, Optional<Session> by, String detail) {
        List<Problem> problems = problems(house, command);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        String username = CredentialRules.username(command.username()).orElseThrow();
        byte[] secret = Argon2.random(Totp.SECRET_BYTES);
        String hash;
        try {
            hash = hasher.hash(command.password());
        } catch (RejectedExecutionException e) {
            return Outcome.refused(Problem.of(ErrorCode.BUSY));
        }
        AccountRecord account = new AccountRecord(
                new UserId(UUID.randomUUID()),
                house.id(),
                username,
                command.agency(),
                command.roles(),
                true,
                hash,
                secret,
                0);
        return insert(account, by, detail) ? Outcome.done(enrolment(house, account)) : taken();
    }

    /**
     * An account whose owner will choose password and second factor: until then nobody knows either, and nobody can sign
     * in.
     */
    Outcome<AccountRecord> create(BarnahusRecord house, NewMember command, Optional<Session> by) {
        List<Problem> problems = problems(command);
        if (!problems.isEmpty()) {
            return Outcome.refused(problems);
        }
        AccountRecord account = new AccountRecord(
                new UserId(UUID.randomUUID()),
                house.id(),
                CredentialRules.username(command.username()).orElseThrow(),
                command.agency(),
                command.roles(),
                true,
                hasher.nobodys(),
                Argon2.random(Totp.SECRET_BYTES),
                0);
        return insert(account, by, "invited")
                ? Outcome.done(account)
                : Outcome.refused(Problem.at(ErrorCode.USERNAME_TAKEN, "username"));
    }

    List<Problem> problems(NewMember command) {
        List<Problem> problems = new ArrayList<>();
        name(command.username()).ifPresent(problems::add);
        if (command.roles().isEmpty()) {
            problems.add(Problem.at(ErrorCode.REQUIRED, "roles"));
        }
        return problems;
    }

    private Optional<Problem> name(String typed) {
        Optional<String> username = CredentialRules.username(typed);
        if (username.isEmpty()) {
            return Optional.of(Problem.at(ErrorCode.USERNAME_FORM, "username"));
        }
        return store.account(username.get()).map(taken -> Problem.at(ErrorCode.USERNAME_TAKEN, "username"));
    }

    static Enrolment enrolment(BarnahusRecord house, AccountRecord account) {
        String secret = Base32.encode(account.otpSecret());
        String issuer = escaped("OpenBarnahus " + house.code());
        String uri = "otpauth://totp/" + issuer + ":" + account.username() + "?secret=" + secret + "&issuer=" + issuer;
        return new Enrolment(account.username(), secret, uri);
    }

    List<Problem> problems(BarnahusRecord house, NewAccount command) {
        List<Problem> problems = new ArrayList<>();
        name(command.username()).ifPresent(problems::add);
        if (command.roles().isEmpty()) {
            problems.add(Problem.at(ErrorCode.REQUIRED, "roles"));
        }
        hasher.refusal(command.password(), List.of(command.username(), house.code(), house.name()))
                .ifPresent(problems::add);
        return problems;
    }

    /** False when somebody took the name at the same moment. */
    private boolean insert(AccountRecord account, Optional<Session> by, String detail) {
        try {
            store.insert(account, audit(account, by, detail));
            return true;
        } catch (org.openbarnahus.core.service.StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            if (store.account(account.username()).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    private AuditEntry audit(AccountRecord account, Optional<Session> by, String detail) {
        AuditEntry plain = Records.audit(time.now(), account, AuditEntry.Action.CREATE, FIELDS, detail);
        return by.map(session -> Records.by(session, plain)).orElse(plain);
    }

    private static Outcome<Enrolment> taken() {
        return Outcome.refused(Problem.at(ErrorCode.USERNAME_TAKEN, "username"));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
