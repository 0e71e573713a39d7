// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.security;

import java.time.Instant;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A signed-in person, the only source of tenant and user. Every service method takes one, and engine.access accepts only
 * those that it handed out itself and that are still alive: making one up gets nowhere.
 */
@ProviderType
public interface Session {
    /** Opaque and safe to log; not the secret that the browser holds. */
    String id();

    Actor actor();

    /**
     * Since when the account is known in the browser where the session began: later than its first sign-in there. It also tells
     * one browser of the account from another; what belongs to no browser has the beginning of time.
     */
    default Instant browserSince() {
        return Instant.EPOCH;
    }

    /** False once signed out, expired, or the account was disabled. */
    boolean alive();
}
