// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.query;

import java.util.Set;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Agency;
import org.openbarnahus.core.security.Role;

/** An account as a manager sees it. */
public record AccountInfo(UserId id, String username, Agency agency, Set<Role> roles, boolean enabled) {}
