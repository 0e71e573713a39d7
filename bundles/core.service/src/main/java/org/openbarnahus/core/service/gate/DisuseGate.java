// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.gate;

import org.openbarnahus.core.model.id.UserId;
import org.osgi.annotation.versioning.ProviderType;

/** Whose access has run out because it was not used, or not confirmed. Implemented by engine.access. */
@ProviderType
public interface DisuseGate {
    /**
     * Whether the account's time is over, also in the minutes before it is written down as closed. One look-up, the same for
     * an account that does not exist.
     */
    boolean runOut(UserId account);
}
