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
        OPENED,
        /** Of somebody else who leads, runs or watches: the account was closed, or lost such a role. */
        COLLEAGUE_STOPPED,
        /** Signed in from a browser that was never seen with this account. */
        NEW_BROWSER,
        /** A session went on from another network. */
        NEW_NETWORK,
        /** Somebody tried to sign in and could not, several times. */
        FAILED_TRIES;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
