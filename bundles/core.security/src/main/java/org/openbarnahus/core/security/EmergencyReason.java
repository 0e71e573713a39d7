// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.security;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why somebody opens a case that is not theirs to work with: the list beside which the person also writes a text. */
public enum EmergencyReason {
    /** A child is in acute danger. */
    ACUTE_DANGER,
    /** An interview or a medical examination is about to begin, and no member of the case can be reached. */
    NO_MEMBER_REACHABLE,
    /** Whoever is on duty takes the case over. */
    DUTY_TAKES_OVER,
    /** A court or a prosecutor needs an answer today. */
    COURT_NEEDS_ANSWER,
    OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EmergencyReason> ofCode(String code) {
        return Stream.of(values()).filter(r -> r.code().equals(code)).findFirst();
    }
}
