// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.gate;

import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.security.Session;
import org.osgi.annotation.versioning.ProviderType;

/** Ends sessions whose account has changed, at once. Implemented by engine.access. */
@ProviderType
public interface SessionEnder {
    /** Every session of the account is over from now on. */
    void endAll(UserId account);

    /** The session's own account got a new password or second factor by its own hand: this session goes on. */
    void renewed(Session session);
}
