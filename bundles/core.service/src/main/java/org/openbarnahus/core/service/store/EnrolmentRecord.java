// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.time.Instant;
import org.openbarnahus.core.model.id.UserId;

/**
 * A one-time code with which somebody gives an account its password and second factor.
 *
 * @param hash SHA-256 of the code
 */
public record EnrolmentRecord(UserId account, byte[] hash, Instant expires) {
    public EnrolmentRecord {
        hash = hash.clone();
    }

    @Override
    public byte[] hash() {
        return hash.clone();
    }
}
