// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.command;

import java.util.Set;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;

/** An account in the caller's own Barnahus; {@code password} is 12 to 128 characters. */
public record NewAccount(String username, String password, Agency agency, Set<Role> roles) {
    /** Keeps secrets out of logs. */
    @Override
    public String toString() {
        return "NewAccount[…]";
    }
}
