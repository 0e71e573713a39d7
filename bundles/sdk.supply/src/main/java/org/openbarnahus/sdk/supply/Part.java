// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

/**
 * Something that is shipped.
 *
 * @param path of the file in the distribution; of what lies inside a file, the file's, an exclamation mark and the name
 * @param how it is shipped
 */
record Part(Coordinates coordinates, String path, Jar jar, How how) {
    static final String US = "org.openbarnahus";

    /** The ways in which a library comes to lie in the distribution. */
    enum How {
        /** a file of its own */
        FILE,
        /** a whole jar inside a bundle of ours */
        INSIDE,
        /** unpacked, or a part of it, among the classes of a bundle of ours */
        UNPACKED
    }

    boolean ours() {
        return coordinates.group().equals(US);
    }
}
