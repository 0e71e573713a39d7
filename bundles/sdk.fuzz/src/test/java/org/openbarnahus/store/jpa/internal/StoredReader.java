// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import tools.jackson.databind.JsonNode;

/** The store's reader of values, for tests that hold it against others. */
public final class StoredReader {
    private StoredReader() {}

    public static JsonNode read(String document) {
        return ValuesJson.MAPPER.readTree(document);
    }
}
