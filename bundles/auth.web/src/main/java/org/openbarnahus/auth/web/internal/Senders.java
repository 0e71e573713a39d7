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

    boolean enter(String network) {
        return underWay.merge(network, 1, (now, one) -> Math.min(now + one, MOST + 1)) <= MOST || refused(network);
    }

    private boolean refused(String network) {
        leave(network);
        return false;
    }

    void leave(String network) {
        underWay.computeIfPresent(network, (key, now) -> now > 1 ? now - 1 : null);
    }
}
