// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Versions in the order that Maven gives them: numbers as numbers, and what comes before a release before it. */
record Version(List<String> parts) implements Comparable<Version> {
    private static final Pattern PART = Pattern.compile("\\d+|[a-z]+");
    private static final List<String> BEFORE_RELEASE =
            List.of("alpha", "a", "beta", "b", "milestone", "m", "rc", "cr", "snapshot");
    /** words that mean the release itself */
    private static final List<String> NOTHING = List.of("final", "ga", "release", "jre");

    static Version parse(String text) {
        List<String> parts = new ArrayList<>();
        PART.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(part -> part.group())
                .filter(part -> !NOTHING.contains(part))
                .forEach(parts::add);
        while (!parts.isEmpty() && parts.getLast().chars().allMatch(digit -> digit == '0')) {
            parts.removeLast();
        }
        return new Version(parts);
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            int order = compare(part(i), other.part(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Empty when there is none: then it is a nought, and the release itself. */
    private String part(int i) {
        return i < parts.size() ? parts.get(i) : "";
    }

    private static int compare(String one, String other) {
        if (isWord(one) && isWord(other)) {
            int order = Integer.compare(rank(one), rank(other));
            return order == 0 ? one.compareTo(other) : order;
        }
        if (isWord(one)) {
            return other.isEmpty() && rank(one) >= BEFORE_RELEASE.size() ? 1 : -1;
        }
        return isWord(other) ? -compare(other, one) : number(one).compareTo(number(other));
    }

    private static int rank(String word) {
        int rank = BEFORE_RELEASE.indexOf(word);
        return rank < 0 ? BEFORE_RELEASE.size() : rank;
    }

    private static boolean isWord(String part) {
        return !part.isEmpty() && !Character.isDigit(part.charAt(0));
    }

    private static BigInteger number(String part) {
        return part.isEmpty() ? BigInteger.ZERO : new BigInteger(part);
    }
}
