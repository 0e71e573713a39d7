// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.security;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody is in a Barnahus or for the nation. One person may have several. */
public enum Role {
    /** Runs the cases of the own house. */
    COORDINATOR,
    /** Works in a case for one agency. */
    PRACTITIONER,
    /** Answers for the house: people, permissions, quality. */
    MANAGER,
    /** Data-protection officer: the audit trail and the data-protection records, no case work. */
    DPO,
    /** Services, packs and users of a nation; no case content. */
    NATIONAL_ADMIN,
    /** Statistics of the network only. */
    NETWORK_ANALYST;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> ofCode(String code) {
        return Stream.of(values()).filter(r -> r.code().equals(code)).findFirst();
    }
}
