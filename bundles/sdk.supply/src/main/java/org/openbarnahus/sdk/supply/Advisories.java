// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The list of known holes, kept with the sources and dated; the build asks nobody. */
record Advisories(List<Advisory> list) {
    static final String FILE = "karaf-assembly/supply/advisories.tsv";

    static Advisories read(Path root) throws IOException {
        return new Advisories(Files.readAllLines(root.resolve(FILE)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Advisory::parse)
                .toList());
    }

    /** Holes in what is shipped that nobody has answered, and answers to what is not shipped any more. */
    List<String> against(List<Coordinates> shipped) {
        List<String> wrong = new ArrayList<>();
        for (Advisory advisory : list) {
            List<Coordinates> hit =
                    shipped.stream().filter(advisory::hits).distinct().toList();
            if (advisory.answer().isBlank()) {
                hit.forEach(
                        one -> wrong.add(one + " is affected by " + advisory.id() + " (" + advisory.source() + ")"));
            } else if (hit.isEmpty()) {
                wrong.add(advisory.id() + " has an answer in " + FILE
                        + " and affects nothing any more: take the answer out");
            }
        }
        return wrong;
    }
}
