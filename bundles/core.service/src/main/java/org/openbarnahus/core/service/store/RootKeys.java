// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.service.store;

import java.util.List;

/**
 * Where the root key is, and how many keys lie under the newest.
 *
 * @param place of the newest, in words: a file, or a key in a token
 * @param keys all that a root key wraps
 * @param wrapped those under the newest
 * @param earlier names of the root keys of before that are still there, the newest first
 */
public record RootKeys(String place, int keys, int wrapped, List<String> earlier) {
    public RootKeys {
        earlier = List.copyOf(earlier);
    }

    /** Whether nothing needs the earlier ones any more. */
    public boolean done() {
        return wrapped == keys;
    }
}
