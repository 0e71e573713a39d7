// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells in a bundle of ours what we wrote from what others did. */
final class Ours {
    private static final List<String> NAMES = List.of("org/openbarnahus/", "OSGI-INF/", "OB-INF/", Jar.MANIFEST);

    private final Path root;

    Ours(Path root) {
        this.root = root;
    }

    static String bundle(Part part) {
        return part.coordinates().artifact();
    }

    /** Names and hashes of the files in it that neither we wrote nor lie in a jar within. */
    SortedMap<String, String> foreign(Part part) throws IOException {
        Path sources = folder(part).resolve("src/main/resources");
        SortedMap<String, String> foreign = new TreeMap<>();
        for (var entry : part.jar().entries().entrySet()) {
            String name = entry.getKey();
            Path source = sources.resolve(name);
            boolean ours = NAMES.stream().anyMatch(name::startsWith)
                    || (Files.exists(source)
                            && Hash.of(Files.readAllBytes(source)).equals(entry.getValue()));
            if (!ours && !part.jar().jars().containsKey(name)) {
                foreign.put(name, entry.getValue());
            }
        }
        return foreign;
    }

    /** The jars it was compiled with, when Maven has written them down. */
    List<Path> classPath(Part part) throws IOException {
        Path file = folder(part).resolve("target/classpath.txt");
        return Files.exists(file)
                ? List.of(Files.readString(file).strip().split(java.io.File.pathSeparator)).stream()
                        .map(Path::of)
                        .toList()
                : List.of();
    }

    private Path folder(Part part) {
        return root.resolve("bundles").resolve(bundle(part).substring((Part.US + ".").length()));
    }
}
