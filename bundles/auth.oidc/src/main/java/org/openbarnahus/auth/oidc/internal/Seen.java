// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.oidc.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Tokens that came already: kept until they would be too old by themselves. */
final class Seen {
    /** More than a provider ends in some minutes; then none is believed until some are too old. */
    static final int MOST = 10_000;

    private final Map<String, Instant> until = new HashMap<>();

    /** True the first time. */
    synchronized boolean once(String id, Instant end, Instant now) {
        until.values().removeIf(each -> !now.isBefore(each));
        return until.size() < MOST && until.putIfAbsent(id, end) == null;
    }
}
