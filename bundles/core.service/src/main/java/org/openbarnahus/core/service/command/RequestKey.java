// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.command;

import java.util.UUID;

/**
 * Makes a write safe to repeat: the same key and content give the same answer, once done.
 *
 * @param value 1 to 64 printable ASCII characters, chosen by the caller
 * @param fingerprint hash of the request's content; another content under the same key is refused
 */
public record RequestKey(String value, String fingerprint) {
    public RequestKey {
        if (value.isEmpty() || value.length() > 64 || !value.chars().allMatch(c -> c > 32 && c < 127)) {
            throw new IllegalArgumentException("a request key has 1 to 64 printable ASCII characters");
        }
    }

    /** For a form: a fresh key, kept by the form until its save is answered. */
    public static RequestKey fresh() {
        return new RequestKey(UUID.randomUUID().toString(), "");
    }
}
