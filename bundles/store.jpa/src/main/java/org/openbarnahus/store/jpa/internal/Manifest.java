// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup says it holds; its last part, so that a backup that was cut off has none.
 *
 * @param tables by name
 * @param heads where each audit chain stood, by chain
 */
record Manifest(Instant madeAt, Map<String, Content> tables, Map<String, Head> heads) {
    /** Rows of a table and their {@link RowSum}. */
    record Content(long rows, String sum) {}

    /** The last entry of an audit chain. */
    record Head(long seq, String hash) {}

    Manifest {
        tables = Map.copyOf(new TreeMap<>(tables));
        heads = Map.copyOf(new TreeMap<>(heads));
    }

    long rows() {
        return tables.values().stream().mapToLong(Content::rows).sum();
    }

    long rows(String table) {
        Content content = tables.get(table);
        return content == null ? 0 : content.rows();
    }
}
