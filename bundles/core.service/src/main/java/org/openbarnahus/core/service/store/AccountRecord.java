// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.util.Set;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;

/**
 * An account with its credentials as they are stored.
 *
 * @param passwordHash Argon2id in PHC format
 * @param otpSecret TOTP secret, 20 bytes; store.jpa encrypts it
 * @param version optimistic lock
 */
public record AccountRecord(
        UserId id,
        ServiceId service,
        String username,
        Agency agency,
        Set<Role> roles,
        boolean enabled,
        String passwordHash,
        byte[] otpSecret,
        long version) {
    public AccountRecord {
        roles = Set.copyOf(roles);
        otpSecret = otpSecret.clone();
    }

    /** The same account, closed. */
    public AccountRecord closed() {
        return new AccountRecord(id, service, username, agency, roles, false, passwordHash, otpSecret, version);
    }

    @Override
    public byte[] otpSecret() {
        return otpSecret.clone();
    }

    /** Keeps secrets out of logs. */
    @Override
    public String toString() {
        return "AccountRecord[" + id + "]";
    }
}
