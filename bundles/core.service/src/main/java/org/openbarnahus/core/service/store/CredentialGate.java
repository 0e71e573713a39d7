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
}
