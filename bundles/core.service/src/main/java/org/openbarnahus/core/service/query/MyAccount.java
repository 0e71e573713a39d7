// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody sees of the own account.
 *
 * @param zone IANA time zone of the house
 * @param recoveryCodes how many are left
 * @param signIns the last ones, newest first
 */
public record MyAccount(
        String username, String zone, int recoveryCodes, List<Passkey> passkeys, List<SignInRecord> signIns) {
    public MyAccount {
        passkeys = List.copyOf(passkeys);
        signIns = List.copyOf(signIns);
    }

    /**
     * @param id base64url
     */
    public record Passkey(String id, String name, Instant created, Optional<Instant> used) {}
}
