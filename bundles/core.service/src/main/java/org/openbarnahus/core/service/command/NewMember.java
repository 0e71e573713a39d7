// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.command;

import java.util.Set;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;

/** An account in the caller's own Barnahus whose password and second factor its owner will choose. */
public record NewMember(String username, Agency agency, Set<Role> roles) {
    public NewMember {
        roles = Set.copyOf(roles);
    }
}
