// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

/**
 * Where something stands in a pack.
 *
 * @param file path inside the pack
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) {
    /** The beginning of a file. */
    public static Place start(String file) {
        return new Place(file, 1, 1);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
