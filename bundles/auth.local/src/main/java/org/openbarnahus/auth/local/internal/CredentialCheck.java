// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.local.internal;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.openbarnahus.core.security.AuditEntry;
import org.openbarnahus.core.service.command.Credentials;
import org.openbarnahus.core.service.store.AccountRecord;
import org.openbarnahus.core.service.store.CredentialGate;
import org.openbarnahus.core.service.store.SiteStore;
import org.openbarnahus.core.service.store.StaleVersionException;
import org.openbarnahus.core.service.store.TimeSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Name, password and one-time code: always one look-up, one Argon2id and three HMACs, whatever is wrong. */
@Component(service = CredentialGate.class)
public final class CredentialCheck implements CredentialGate {
    private static final String NOBODY = "-";

    private final SiteStore store;
    private final PasswordHasher hasher;
    private final TimeSource time;
    private final byte[] nobodysSecret = Argon2.random(Totp.SECRET_BYTES);

    @Activate
    public CredentialCheck(@Reference SiteStore store, @Reference PasswordHasher hasher, @Reference TimeSource time) {
        this.store = store;
        this.hasher = hasher;
        this.time = time;
    }

    @Override
    public Optional<AccountRecord> verify(Credentials credentials) {
        Optional<AccountRecord> account =
                store.account(CredentialRules.username(credentials.username()).orElse(NOBODY));
        boolean possible = CredentialRules.possible(credentials.password());
        // an overlong password costs no more than a long one
        String password = possible ? credentials.password() : NOBODY;
        String phc = account.map(AccountRecord::passwordHash).orElseGet(hasher::nobodys);
        boolean passwordRight = hasher.matches(password, phc);
        byte[] secret = account.map(AccountRecord::otpSecret).orElse(nobodysSecret);
        OptionalLong step = Totp.match(secret, credentials.otp(), time.now());
        if (account.isEmpty() || !account.get().enabled() || !possible || !passwordRight || step.isEmpty()) {
            return Optional.empty();
        }
        // last: a code is used up only by whoever knows the password
        return store.useOtpStep(account.get().username(), step.getAsLong())
                ? Optional.of(upToDate(account.get(), password))
                : Optional.empty();
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
