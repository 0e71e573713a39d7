// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.gate.DisuseGate;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.CredentialGate;
import org.openbarnahus.core.service.store.SignInStore;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.StaleVersionException;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Name, password and second factor: always three look-ups, one Argon2id and three HMACs, whatever is wrong. The second factor
 * is a one-time code, a recovery code in its place, or a passkey.
 */
@Component(service = CredentialGate.class, configurationPid = LocalConfig.PID)
public final class CredentialCheck implements CredentialGate {
    static final String OTP = "otp";
    static final String RECOVERY = "recovery-code";
    static final String PASSKEY = "passkey";
    private static final String NOBODY = "-";

    private final SiteStore store;
    private final SignInStore codes;
    private final PasswordHasher hasher;
    private final Passkeys passkeys;
    private final DisuseGate disuse;
    private final TimeSource time;
    private final int stepsAround;
    private final byte[] nobodysSecret = Argon2.random(Totp.SECRET_BYTES);
    private final UserId nobodysId = new UserId(UUID.randomUUID());

    @Activate
    public CredentialCheck(
            @Reference SiteStore store,
            @Reference SignInStore codes,
            @Reference PasswordHasher hasher,
            @Reference Passkeys passkeys,
            @Reference DisuseGate disuse,
            @Reference TimeSource time,
            LocalConfig config) {
        this(store, codes, hasher, passkeys, disuse, time, Math.clamp(config.otp_steps_around(), 0, 1));
    }

    CredentialCheck(
            SiteStore store,
            SignInStore codes,
            PasswordHasher hasher,
            Passkeys passkeys,
            DisuseGate disuse,
            TimeSource time,
            int stepsAround) {
        this.stepsAround = stepsAround;
        this.store = store;
        this.codes = codes;
        this.hasher = hasher;
        this.passkeys = passkeys;
        this.disuse = disuse;
        this.time = time;
    }

    @Override
    public Optional<AccountRecord> verify(Credentials credentials) {
        return prove(credentials).map(Proof::account);
    }

    @Override
    public Optional<Proof> prove(Credentials credentials) {
        Optional<AccountRecord> account = account(credentials);
        boolean possible = CredentialRules.possible(credentials.password());
        // an overlong password costs no more than a long one
        String password = possible ? credentials.password() : NOBODY;
        String phc = account.map(AccountRecord::passwordHash).orElseGet(hasher::nobodys);
        boolean passwordRight = hasher.matches(password, phc) && possible;
        SecondFactor factor = factor(account, credentials);
        boolean runOut = disuse.runOut(account.map(AccountRecord::id).orElse(nobodysId));
        if (account.isEmpty() || !passwordRight || !account.get().enabled() || runOut || !factor.use()) {
            return Optional.empty();
        }
        return Optional.of(new Proof(upToDate(account.get(), password), factor.name()));
    }

    @Override
    public Optional<Proof> proveSecondFactor(Credentials credentials) {
        Optional<AccountRecord> account = account(credentials);
        SecondFactor factor = factor(account, credentials);
        return account.filter(known -> known.enabled() && factor.use()).map(known -> new Proof(known, factor.name()));
    }

    @Override
    public boolean holdsPasskey(Credentials credentials) {
        return account(credentials)
                .filter(account -> passkeys.matches(account.id(), credentials.passkey()))
                .isPresent();
    }

    private Optional<AccountRecord> account(Credentials credentials) {
        return store.account(CredentialRules.username(credentials.username()).orElse(NOBODY));
    }

    /** A second factor that was looked at; {@code use} says whether it is right, and uses it up. */
    private record SecondFactor(String name, BooleanSupplier right) {
        /** Last of all: a code is used up only by whoever knows the password. */
        boolean use() {
            return right.getAsBoolean();
        }
    }

    private SecondFactor factor(Optional<AccountRecord> account, Credentials credentials) {
        UserId id = account.map(AccountRecord::id).orElse(nobodysId);
        if (!credentials.passkey().isEmpty()) {
            return new SecondFactor(PASSKEY, () -> passkeys.use(id, credentials.passkey()));
        }
        byte[] secret = account.map(AccountRecord::otpSecret).orElse(nobodysSecret);
        OptionalLong step = Totp.match(secret, credentials.otp(), time.now(), stepsAround);
        byte[] hash = OneTimeCode.recoveryHash(id, credentials.otp());
        boolean recovery = codes.hasRecoveryCode(id, hash);
        if (recovery && account.isPresent()) {
            return new SecondFactor(RECOVERY, () -> codes.useRecoveryCode(id, hash, used(account.get())));
        }
        return new SecondFactor(
                OTP,
                () -> step.isPresent()
                        && account.isPresent()
                        && store.useOtpStep(account.get().username(), step.getAsLong()));
    }

    /** Nobody is signed in yet: its owner is told afterwards, whoever it was. */
    private AuditEntry used(AccountRecord account) {
        return Records.audit(time.now(), account, AuditEntry.Action.CHANGE, Set.of("recovery_codes"), "used");
    }

    /** Brings the hash to today's cost; when somebody changes the account at this moment, the next sign-in does it. */
    private AccountRecord upToDate(AccountRecord account, String password) {
        if (!hasher.outdated(account.passwordHash())) {
            return account;
        }
        AccountRecord renewed = Records.withHash(account, hasher.hash(password));
        try {
            store.update(
                    renewed,
                    Records.audit(time.now(), renewed, AuditEntry.Action.CHANGE, Set.of("password_hash"), "cost"));
        } catch (StaleVersionException e) {
            return account;
        }
        return store.account(account.username()).orElse(renewed);
    }
}
