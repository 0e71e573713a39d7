// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;
import java.util.Optional;
import org.openbarnahus.core.model.id.UserId;

/**
 * A passkey of an account (W3C WebAuthn).
 *
 * @param id credential id, chosen by the authenticator, unique
 * @param publicKey COSE key
 * @param signCount the authenticator's counter at the last use; 0 when it keeps none
 * @param name chosen by its owner
 */
public record PasskeyRecord(
        byte[] id,
        UserId account,
        byte[] publicKey,
        long signCount,
        String name,
        Instant created,
        Optional<Instant> used) {
    public PasskeyRecord {
        id = id.clone();
        publicKey = publicKey.clone();
    }

    @Override
    public byte[] id() {
        return id.clone();
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }
}
