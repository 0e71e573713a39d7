// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.security;

import java.util.Set;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.UserId;

/**
 * Whoever acts: always one account in one Barnahus.
 *
 * @param serviceCode as in case numbers, {@code SE-LKP}
 * @param country ISO 3166 code that picks the law and the words
 */
public record Actor(
        UserId user,
        String username,
        ServiceId service,
        String serviceCode,
        String country,
        Agency agency,
        Set<Role> roles) {
    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
