// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One artifact of others as it was reviewed.
 *
 * @param sha256 of its jar, as its makers published it
 * @param licence an SPDX expression, or a question mark
 * @param where {@code file}, {@code in:BUNDLE} for a whole jar inside, {@code classes:BUNDLE} for what is unpacked
 */
record Pin(Coordinates coordinates, String sha256, String licence, SortedSet<String> where) {
    static final String UNKNOWN = "?";
    static final String FILE = "file";
    static final String INSIDE = "in:";
    static final String CLASSES = "classes:";

    static Pin parse(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 4) {
            throw new IllegalArgumentException("not four cells: " + line);
        }
        return new Pin(
                Coordinates.parse(cells[0]), cells[1], cells[2], new TreeSet<>(java.util.List.of(cells[3].split(" "))));
    }

    String line() {
        return coordinates + "\t" + sha256 + "\t" + licence + "\t" + String.join(" ", where);
    }
}
