// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that changed how the owner of an account signs in, or what the account may do.
 *
 * @param number of its entry in the audit trail of the house
 */
public record AccountEvent(long number, Kind kind, Instant at) {
    /** What changed. */
    public enum Kind {
        PASSWORD_CHANGED,
        /** Password, second factor, recovery codes and passkeys by a one-time code, all at once. */
        SET_UP_ANEW,
        RECOVERY_CODES_RENEWED,
        RECOVERY_CODE_USED,
        PASSKEY_ADDED,
        PASSKEY_REMOVED,
        OUTSIDE_LINKED,
        OUTSIDE_UNLINKED,
        CODE_ISSUED,
        ROLES_CHANGED,
        CLOSED,
        OPENED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
