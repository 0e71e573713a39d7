// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a pack, so that its author sees all of it at once. Keeps the first {@value #MOST}. */
public final class Problems {
    private static final int MOST = 500;
    private static final int LONGEST_QUOTE = 60;

    private final List<PackProblem> found = new ArrayList<>();

    public void add(Place place, String problem, String cure) {
        if (found.size() < MOST) {
            found.add(new PackProblem(place, problem, cure));
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of files and lines. */
    public List<PackProblem> list() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing((PackProblem p) -> p.place().file())
                        .thenComparing(p -> p.place().line())
                        .thenComparing(p -> p.place().column()))
                .toList();
    }

    /** The text in quotes, shortened and without what a terminal would act upon. */
    public static String quote(String text) {
        String cut = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
        return "'" + cut.replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
