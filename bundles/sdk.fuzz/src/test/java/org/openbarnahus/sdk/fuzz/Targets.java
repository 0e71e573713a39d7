// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The targets: every class of this module whose name ends in {@code Fuzz}, each with its seeds in {@code src/test/corpus}. */
final class Targets {
    private static final Path HOME = Tree.root().resolve("bundles/sdk.fuzz/src/test");
    private static final String ENDING = "Fuzz.java";

    private Targets() {}

    /** Names of the classes, in order. */
    static List<String> names() {
        Path java = HOME.resolve("java");
        try (Stream<Path> files = Files.walk(java)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .map(file -> java.relativize(file)
                            .toString()
                            .replace(".java", "")
                            .replace('/', '.'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path seeds(String name) {
        return HOME.resolve("corpus").resolve(simple(name));
    }

    /** The seeds' bytes in the order of their files' names. */
    static List<byte[]> corpus(String name) {
        try (Stream<Path> files = Files.list(seeds(name))) {
            return files.sorted().map(Targets::bytes).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
