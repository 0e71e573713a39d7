// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.access.internal;

import java.util.LinkedHashSet;
import java.util.Set;
import org.openbarnahus.core.security.SourceNetwork;

/**
 * From where one session is used. Networks in which its owner has proved a second factor are known; when a request comes from
 * another one, the session waits for that proof, wherever its next request comes from: a secret that was stolen opens nothing
 * elsewhere, and its owner hears of it at once.
 */
final class Whereabouts {
    /** Of somebody who is on the way all day; more than that are forgotten, the oldest first. */
    private static final int MOST = 16;

    private final Set<String> known = new LinkedHashSet<>();
    private boolean elsewhere;

    /**
     * A request came from there.
     *
     * @param address empty when nobody knows
     * @return whether the session waits from now on and did not before
     */
    synchronized boolean seen(String address) {
        if (address.isEmpty() || known.isEmpty()) {
            return false;
        }
        if (elsewhere || known.contains(SourceNetwork.around(address))) {
            return false;
        }
        elsewhere = true;
        return true;
    }

    /**
     * Its owner proved a second factor there.
     *
     * @param address empty when nobody knows: then no network is known for it, and whoever waits goes on waiting
     */
    synchronized void proved(String address) {
        if (address.isEmpty()) {
            return;
        }
        if (known.size() >= MOST) {
            known.remove(known.iterator().next());
        }
        known.add(SourceNetwork.around(address));
        elsewhere = false;
    }

    /** Whether its owner proved a second factor there, or nobody knows where that is. */
    synchronized boolean knows(String address) {
        return address.isEmpty() || known.isEmpty() || known.contains(SourceNetwork.around(address));
    }

    /** Whether it waits. */
    synchronized boolean elsewhere() {
        return elsewhere;
    }
}
