// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.Instant;

/**
 * A one-time code for a new account or a lost second factor, shown once to whoever issues it.
 *
 * @param code seven groups of four characters; empty when the request was made before: it was shown then
 */
public record Invitation(String username, String code, Instant expires) {
    /** Keeps the code out of logs. */
    @Override
    public String toString() {
        return "Invitation[" + username + "]";
    }
}
