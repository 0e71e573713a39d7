// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What others put into their jars and still say so: Maven's descriptors, and Vaadin's list of the scripts of its front end. */
final class Shaded {
    static final String NPM = "npm";
    private static final Pattern MODULES = Pattern.compile("\"npmModules\"\\s*:\\s*\\{([^}]*)}");
    private static final Pattern MODULE = Pattern.compile("\"([^\"]+)\"\\s*:\\s*\"([^\"]+)\"");

    private Shaded() {}

    static List<Coordinates> in(Part part) {
        SortedSet<Coordinates> found = new TreeSet<>(part.jar().described());
        found.removeIf(one -> one.module().equals(part.coordinates().module()));
        // the bundle that holds the front end, not the jar it was taken from
        if (part.how() == Part.How.FILE) {
            Matcher modules = MODULES.matcher(part.jar().texts().getOrDefault(Jar.NPM, ""));
            if (modules.find()) {
                MODULE.matcher(modules.group(1))
                        .results()
                        .forEach(module -> found.add(new Coordinates(NPM, module.group(1), module.group(2), "")));
            }
        }
        return List.copyOf(found);
    }

    static String packageUrl(Coordinates coordinates) {
        return coordinates.group().equals(NPM)
                ? "pkg:npm/" + coordinates.artifact().replace("@", "%40") + "@" + coordinates.version()
                : coordinates.packageUrl();
    }
}
