// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.util.List;

/** What an account has got by enrolling, shown once. */
public record Enrolled(Enrolment secondFactor, List<String> recoveryCodes) {
    public Enrolled {
        recoveryCodes = List.copyOf(recoveryCodes);
    }

    /** Keeps secrets out of logs. */
    @Override
    public String toString() {
        return "Enrolled[" + secondFactor.username() + "]";
    }
}
