// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.casefile;

import java.time.LocalDate;

/** Where a case stands. States carry what only they have. */
public sealed interface CaseState {
    /** Name as in REST and in code lists: referred, open, closed. */
    String code();

    /** Reported to the house, not taken up yet. */
    record Referred() implements CaseState {
        @Override
        public String code() {
            return "referred";
        }
    }

    /** Taken up on the day. */
    record Open(LocalDate since) implements CaseState {
        @Override
        public String code() {
            return "open";
        }
    }

    /** Ended on the day, for a reason of the list {@code closure_reason}. */
    record Closed(LocalDate on, String reason) implements CaseState {
        @Override
        public String code() {
            return "closed";
        }
    }
}
