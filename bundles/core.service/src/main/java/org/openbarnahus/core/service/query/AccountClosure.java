// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.time.Instant;
import java.util.Locale;

/** That an account was closed by itself; one that somebody has closed has none. */
public record AccountClosure(Reason reason, Instant at) {
    /** What was missing. */
    public enum Reason {
        /** Nobody had signed in for too long. */
        DORMANT,
        /** No manager had confirmed in time that the person still needs it. */
        REVIEW;

        /** As in the audit trail and in REST. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
