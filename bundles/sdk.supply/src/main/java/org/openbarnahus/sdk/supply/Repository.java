// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Maven's local repository, where the build has put the jars as their makers published them. */
final class Repository {
    private final Path home;
    private final Map<Coordinates, Jar> read = new HashMap<>();

    Repository(Path home) {
        this.home = home;
    }

    Jar jar(Coordinates coordinates) throws IOException {
        Jar known = read.get(coordinates);
        if (known == null) {
            known = Jar.read(Files.readAllBytes(home.resolve(coordinates.repositoryPath())));
            read.put(coordinates, known);
        }
        return known;
    }

    boolean holds(Coordinates coordinates) {
        return Files.exists(home.resolve(coordinates.repositoryPath()));
    }

    /** Maven's description of it; empty text when there is none. */
    String pom(String group, String artifact, String version) throws IOException {
        Path file = home.resolve(
                group.replace('.', '/') + "/" + artifact + "/" + version + "/" + artifact + "-" + version + ".pom");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    /** Of a jar's absolute path; nothing when it lies elsewhere. */
    java.util.Optional<Coordinates> coordinates(Path jar) {
        return jar.startsWith(home) && jar.toString().endsWith(".jar")
                ? java.util.Optional.of(Coordinates.ofRepositoryPath(
                        home.relativize(jar).toString().replace('\\', '/')))
                : java.util.Optional.empty();
    }
}
