// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.security;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The agencies that share a Barnahus, as far as accounts distinguish them. */
public enum Agency {
    BARNAHUS,
    POLICE,
    PROSECUTION,
    CHILD_PROTECTION,
    HEALTH;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Agency> ofCode(String code) {
        return Stream.of(values()).filter(a -> a.code().equals(code)).findFirst();
    }
}
