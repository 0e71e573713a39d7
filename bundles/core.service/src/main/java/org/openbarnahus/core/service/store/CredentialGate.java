// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.util.Optional;
import org.openbarnahus.core.service.command.Credentials;
import org.osgi.annotation.versioning.ProviderType;

/** Proves who somebody is. Implemented by auth.local; engine.access turns the proof into a session. */
@ProviderType
public interface CredentialGate {
    /**
     * The account, if name, password and second factor are right and it is enabled. Takes the same work when not.
     *
     * @throws java.util.concurrent.RejectedExecutionException when too many sign-ins wait already; trying again may help
     */
    Optional<AccountRecord> verify(Credentials credentials);

    /** As {@link #verify}, and by which second factor: {@code otp}, {@code recovery-code} or {@code passkey}. */
    default Optional<Proof> prove(Credentials credentials) {
        return verify(credentials).map(account -> new Proof(account, "otp"));
    }

    /**
     * Whether the second factor alone is right, for somebody who is signed in already.
     *
     * @param credentials the password is not looked at
     */
    default Optional<Proof> proveSecondFactor(Credentials credentials) {
        return Optional.empty();
    }

    /** Whether a passkey of the named account has signed: such a caller is throttled apart from those who guess. */
    default boolean holdsPasskey(Credentials credentials) {
        return false;
    }

    /** Somebody is who they say. */
    record Proof(AccountRecord account, String factor) {}
}
