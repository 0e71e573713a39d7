// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.security.Permission;
import org.openbarnahus.core.security.Requires;
import org.openbarnahus.core.security.Session;
import org.openbarnahus.core.service.query.KeyState;
import org.osgi.annotation.versioning.ProviderType;

/** The keys of the caller's own house. The root key is for whoever owns the machine. Implemented by engine.casework. */
@ProviderType
public interface HouseKeyService {
    @Requires(Permission.KEY_READ)
    Outcome<KeyState> state(Session session);

    /** A new key; asked for again while everything is still brought under the last one, it begins nothing. */
    @Requires(Permission.KEY_OPERATE)
    Outcome<KeyState> renew(Session session);
}
