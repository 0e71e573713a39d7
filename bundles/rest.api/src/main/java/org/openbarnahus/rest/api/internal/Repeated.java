// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal;

import org.jspecify.annotations.Nullable;

/** One request that may come again: its answer, once it has been given. Whoever works on it holds its lock. */
final class Repeated {
    private final long at;
    private String fingerprint = "";
    private byte @Nullable [] answer;

    /**
     * @param at when it came first, in nanoseconds
     */
    Repeated(long at) {
        this.at = at;
    }

    long at() {
        return at;
    }

    String fingerprint() {
        return fingerprint;
    }

    byte @Nullable [] answer() {
        return answer;
    }

    void answered(String by, byte[] given) {
        fingerprint = by;
        answer = given;
    }
}
