// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import java.util.regex.Pattern;

/**
 * A known hole in a library.
 *
 * @param part {@code group:artifact}; an asterisk for the artifact means all of the group
 * @param affected intervals of versions as Maven writes them, one after the other: {@code [2.0,2.18.9),[2.19,2.21.5)}
 * @param answer why it is out of reach although it is shipped; empty when nobody has said so
 */
record Advisory(String id, String part, String affected, String answer, String source) {
    private static final Pattern INTERVAL = Pattern.compile("([\\[(])([^,\\[\\]()]*),([^,\\[\\]()]*)([])])");

    Advisory {
        if (!INTERVAL.matcher(affected).replaceAll("").replace(",", "").isBlank()
                || !INTERVAL.matcher(affected).find()) {
            throw new IllegalArgumentException(id + ": not intervals of versions: " + affected);
        }
    }

    static Advisory parse(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 5) {
            throw new IllegalArgumentException("not five cells: " + line);
        }
        return new Advisory(cells[0], cells[1], cells[2], cells[3], cells[4]);
    }

    boolean isAbout(Coordinates coordinates) {
        return part.endsWith(":*")
                ? coordinates.group().equals(part.substring(0, part.length() - 2))
                : coordinates.module().equals(part);
    }

    boolean hits(Coordinates coordinates) {
        Version version = Version.parse(coordinates.version());
        return isAbout(coordinates)
                && INTERVAL.matcher(affected)
                        .results()
                        .anyMatch(one -> above(version, one.group(1), one.group(2))
                                && below(version, one.group(3), one.group(4)));
    }

    private static boolean above(Version version, String bracket, String from) {
        int order = from.isEmpty() ? 1 : version.compareTo(Version.parse(from));
        return order > 0 || (order == 0 && bracket.equals("["));
    }

    private static boolean below(Version version, String to, String bracket) {
        int order = to.isEmpty() ? -1 : version.compareTo(Version.parse(to));
        return order < 0 || (order == 0 && bracket.equals("]"));
    }
}
