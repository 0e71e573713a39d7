// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.rest.api.internal;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The remembered answers of one person, the oldest first, and how much they take. Used under the lock of {@link Repeats}. */
final class OwnRepeats {
    /** What one takes without its answer: key, fingerprint and what holds them. */
    static final long FRAME = 512;

    private static final class Kept {
        private final Repeated request;
        private long bytes = FRAME;

        Kept(Repeated request) {
            this.request = request;
        }
    }

    private final Map<String, Kept> byKey = new LinkedHashMap<>();
    private long bytes;

    /** The request of this key, which may be a new one. */
    Repeated begin(String key, long now) {
        Kept known = byKey.get(key);
        if (known == null) {
            known = new Kept(new Repeated(now));
            byKey.put(key, known);
            bytes += known.bytes;
        }
        return known.request;
    }

    /** Its answer is there; nothing to count when it was dropped meanwhile. */
    void answered(String key, Repeated request, int size) {
        Kept known = byKey.get(key);
        if (known != null && known.request == request) {
            known.bytes += size;
            bytes += size;
        }
    }

    void forget(long now, long kept) {
        Iterator<Kept> oldest = byKey.values().iterator();
        while (oldest.hasNext()) {
            Kept next = oldest.next();
            if (now - next.request.at() < kept) {
                break;
            }
            oldest.remove();
            bytes -= next.bytes;
        }
    }

    void dropOldest() {
        Iterator<Kept> oldest = byKey.values().iterator();
        bytes -= oldest.next().bytes;
        oldest.remove();
    }

    boolean isEmpty() {
        return byKey.isEmpty();
    }

    long bytes() {
        return bytes;
    }
}
