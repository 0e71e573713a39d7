// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.auth.web.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Requests with a body that are under way, by network: each holds a thread until its body has come, however slowly it is sent. One
 * network has a share of them, so that it cannot take all threads of the server from the others.
 */
final class Senders {
    /** A fifth of the server's threads; more than a house has at work and in line behind one address. */
    static final int MOST = 40;

    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

    /** Whether there was a place; who got one gives it back. */
    boolean enter(String network) {
        boolean[] entered = {false};
        underWay.compute(network, (key, now) -> {
            int before = now == null ? 0 : now;
            entered[0] = before < MOST;
            return entered[0] ? before + 1 : before;
        });
        return entered[0];
    }

    void leave(String network) {
        underWay.computeIfPresent(network, (key, now) -> now > 1 ? now - 1 : null);
    }
}
