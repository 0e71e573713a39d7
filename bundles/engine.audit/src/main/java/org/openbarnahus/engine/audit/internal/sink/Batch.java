// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.audit.internal.sink;

import java.util.List;

/**
 * What is sent at a time.
 *
 * @param items may be none: then there was nothing that is wanted up to here
 * @param key under which it is remembered how far it came
 * @param upTo what is remembered once the items have arrived
 * @param mark of what stands before that, remembered with it; 0 where numbers alone tell
 */
record Batch(Kind kind, List<Item> items, String key, long upTo, long mark) {
    Batch(Kind kind, List<Item> items, String key, long upTo) {
        this(kind, items, key, upTo, 0);
    }
}
