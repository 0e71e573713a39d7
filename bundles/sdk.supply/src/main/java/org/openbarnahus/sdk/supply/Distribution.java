// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every jar of an unpacked distribution, sorted by its path. */
final class Distribution {
    private static final String SYSTEM = "system/";

    private Distribution() {}

    static List<Part> read(Path home) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (String path : jars(home)) {
            Jar jar = Jar.read(Files.readAllBytes(home.resolve(path)));
            parts.add(new Part(coordinates(path, jar), path, jar, Part.How.FILE));
        }
        return parts;
    }

    private static List<String> jars(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    /** In {@code system} the path says it; elsewhere the descriptor inside whose name is the file's. */
    private static Coordinates coordinates(String path, Jar jar) {
        if (path.startsWith(SYSTEM)) {
            return Coordinates.ofRepositoryPath(path.substring(SYSTEM.length()));
        }
        String name = path.substring(path.lastIndexOf('/') + 1);
        return jar.described().stream()
                .filter(described -> described.fileName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing says what this is: " + path));
    }
}
