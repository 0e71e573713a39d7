// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Maven's descriptions say about a licence, as an SPDX expression; a proposal for the person who reviews it. */
final class Licences {
    private static final int PARENTS = 6;
    private static final Pattern PARENT = Pattern.compile("<parent>(.*?)</parent>", Pattern.DOTALL);
    private static final Pattern LICENCES = Pattern.compile("<licenses>(.*?)</licenses>", Pattern.DOTALL);
    private static final Pattern LICENCE = Pattern.compile("<license>(.*?)</license>", Pattern.DOTALL);
    private static final Pattern HEADER = Pattern.compile("^Bundle-License: ?(.*(?:\\R .*)*)", Pattern.MULTILINE);

    /** In this order: the first that is found counts. */
    private static final List<Map.Entry<String, String>> WORDS = List.of(
            Map.entry("apache", "Apache-2.0"),
            Map.entry("epl-2", "EPL-2.0"),
            Map.entry("epl 2", "EPL-2.0"),
            Map.entry("eclipse public license v. 2", "EPL-2.0"),
            Map.entry("eclipse public license - version 2", "EPL-2.0"),
            Map.entry("classpath", "GPL-2.0-only WITH Classpath-exception-2.0"),
            Map.entry("eclipse distribution license", "BSD-3-Clause"),
            Map.entry("edl", "BSD-3-Clause"),
            Map.entry("epl 1", "EPL-1.0"),
            Map.entry("mpl 2", "MPL-2.0"),
            Map.entry("bouncy castle", "MIT"),
            Map.entry("mit license", "MIT"),
            Map.entry("2-clause", "BSD-2-Clause"),
            Map.entry("bsd-2", "BSD-2-Clause"),
            Map.entry("3-clause", "BSD-3-Clause"),
            Map.entry("bsd-3", "BSD-3-Clause"),
            Map.entry("cddl", "CDDL-1.1"),
            Map.entry("cc0", "CC0-1.0"));

    private final Repository repository;

    Licences(Repository repository) {
        this.repository = repository;
    }

    String of(Coordinates coordinates, Jar jar) throws IOException {
        String pom = repository.pom(coordinates.group(), coordinates.artifact(), coordinates.version());
        for (int up = 0; up < PARENTS && !pom.isEmpty(); up++) {
            Matcher licences = LICENCES.matcher(pom);
            if (licences.find()) {
                return expression(licences.group(1));
            }
            Matcher parent = PARENT.matcher(pom);
            pom = parent.find()
                    ? repository.pom(
                            element(parent.group(1), "groupId"),
                            element(parent.group(1), "artifactId"),
                            element(parent.group(1), "version"))
                    : "";
        }
        Matcher header = HEADER.matcher(jar.texts().getOrDefault(Jar.MANIFEST, ""));
        return header.find() ? spdx(header.group(1).replaceAll("\\R ", "")) : Pin.UNKNOWN;
    }

    private static String expression(String licences) {
        SortedSet<String> ids = new TreeSet<>();
        LICENCE.matcher(licences).results().forEach(licence -> ids.add(spdx(licence.group(1))));
        return ids.isEmpty() || ids.contains(Pin.UNKNOWN) ? Pin.UNKNOWN : String.join(" OR ", ids);
    }

    private static String spdx(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return WORDS.stream()
                .filter(word -> lower.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Pin.UNKNOWN);
    }

    private static String element(String xml, String name) {
        Matcher element = Pattern.compile("<" + name + ">\\s*(.*?)\\s*</").matcher(xml);
        return element.find() ? element.group(1) : "";
    }
}
