// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.security;

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

    /** False once signed out, expired, or the account was disabled. */
    boolean alive();
}
