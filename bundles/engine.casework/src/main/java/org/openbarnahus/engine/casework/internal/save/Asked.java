// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import org.openbarnahus.core.service.command.RequestKey;

/**
 * A request as it is recognised when it comes again.
 *
 * @param fingerprint hash of its content
 */
public record Asked(String key, String fingerprint) {
    /** The caller's fingerprint, or, when it left that to us, one computed from the command. */
    public static Asked of(RequestKey key, Fingerprint command) {
        return new Asked(key.value(), key.fingerprint().isEmpty() ? command.hex() : key.fingerprint());
    }
}
