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
    private String last = "";
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
        last = address;
        if (elsewhere || known.contains(SourceNetwork.around(address))) {
            return false;
        }
        elsewhere = true;
        return true;
    }

    /** Its owner proved a second factor there; empty for where the last request came from. */
    synchronized void proved(String address) {
        String there = address.isEmpty() ? last : address;
        if (!there.isEmpty()) {
            if (known.size() >= MOST) {
                known.remove(known.iterator().next());
            }
            known.add(SourceNetwork.around(there));
            last = there;
        }
        elsewhere = false;
    }

    /** Whether it waits. */
    synchronized boolean elsewhere() {
        return elsewhere;
    }

    /** The network of the last request. */
    synchronized String last() {
        return last;
    }
}
