// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service;

import org.osgi.annotation.versioning.ConsumerType;

/** Register one as an OSGi service to hear that sessions have ended otherwise than by signing out; pages then go. */
@ConsumerType
public interface SessionListener {
    /** Look at {@link org.openbarnahus.core.security.Session#alive()} of the sessions you know. Must not block. */
    void sessionsEnded();
}
