// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.Instant;

/** Why a session is over that its holder did not end. */
public record SessionEnd(Reason reason, Instant at) {
    /** What happened. */
    public enum Reason {
        /** Nobody did anything for too long. */
        IDLE,
        /** It had lasted as long as a session may. */
        TOO_LONG,
        /** The same account signed in elsewhere. */
        TAKEN_OVER,
        /** The account was disabled, or its rights or credentials were changed. */
        ACCOUNT_CHANGED,
        /** The identity provider by which it was opened has ended it. */
        ENDED_OUTSIDE
    }
}
