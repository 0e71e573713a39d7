// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openbarnahus.ui.kit.text.Texts;

/** What a plugin brings, by kind and in words. */
final class Provided {
    private static final List<String> KINDS =
            List.of("pack", "rule", "indicator", "detector", "questionnaire", "scorer", "view");

    private Provided() {}

    /** One line per kind, as {@code Indicators: BH-1.3-01, BH-5.1-01}; of an unknown kind, as it is. */
    static List<String> lines(List<String> provides, Texts texts) {
        Map<Integer, List<String>> byKind = new TreeMap<>();
        List<String> others = new ArrayList<>();
        for (String thing : provides) {
            int colon = thing.indexOf(':');
            int kind = colon < 0 ? -1 : KINDS.indexOf(thing.substring(0, colon));
            if (kind < 0) {
                others.add(thing);
            } else {
                byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(thing.substring(colon + 1));
            }
        }
        List<String> lines = new ArrayList<>();
        byKind.forEach(
                (kind, ids) -> lines.add(texts.get("admin.provides." + KINDS.get(kind), String.join(", ", ids))));
        lines.addAll(others);
        return lines;
    }
}
