// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a pack as they were found.
 *
 * @param source {@code bundle:<symbolic name>} or {@code folder:<name>}
 * @param folder name of the pack's folder, which must be its code
 * @param files content by path inside the pack, with forward slashes
 */
public record PackFiles(String source, String folder, SortedMap<String, byte[]> files) {
    /** Largest file that is read, in bytes. */
    public static final int LARGEST_FILE = 1 << 20;
    /** Most files in a pack. */
    public static final int MOST_FILES = 400;

    public PackFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public static PackFiles of(String source, String folder, Map<String, byte[]> files) {
        return new PackFiles(source, folder, new TreeMap<>(files));
    }

    /** Where the pack was found, once its files have been read. */
    public PackFiles withoutContent() {
        return of(source, folder, Map.of());
    }

    @Override
    public String toString() {
        return "PackFiles[" + source + "]";
    }
}
