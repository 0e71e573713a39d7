// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.cases.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What somebody probably means by the first letters typed: names that begin so, then words that do, then the rest. */
final class Ranked {
    private static final int NOT_AT_ALL = 3;

    private Ranked() {}

    /** The items whose name contains the text, likeliest first; among equals the given order stays. */
    static <T> List<T> by(String typed, List<T> items, Function<T, String> name, Locale locale) {
        String wanted = typed.strip().toLowerCase(locale);
        return items.stream()
                .filter(i -> rank(wanted, name.apply(i).toLowerCase(locale)) < NOT_AT_ALL)
                .sorted(Comparator.comparingInt(i -> rank(wanted, name.apply(i).toLowerCase(locale))))
                .toList();
    }

    private static int rank(String wanted, String name) {
        if (name.startsWith(wanted)) {
            return 0;
        }
        int at = name.indexOf(wanted);
        for (int next = at; next >= 0; next = name.indexOf(wanted, next + 1)) {
            if (!Character.isLetterOrDigit(name.charAt(next - 1))) {
                return 1;
            }
        }
        return at < 0 ? NOT_AT_ALL : 2;
    }
}
