// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The tree this test runs in. */
final class Repository {
    private Repository() {}

    static Path root() {
        for (Path candidate = Path.of("").toAbsolutePath(); candidate != null; candidate = candidate.getParent()) {
            if (Files.isDirectory(candidate.resolve("bundles"))) {
                return candidate;
            }
        }
        throw new IllegalStateException("not in the source tree");
    }

    /** Our own compiled classes of every bundle that is built; not those of libraries embedded in it. */
    static JavaClasses classes() {
        return new ClassFileImporter().importPaths(directories("bundles", "target/classes/org/openbarnahus"));
    }

    /** What the tests that prove a rule can fail are made of. */
    static JavaClasses fixtures() {
        return new ClassFileImporter().importPaths(Path.of("target/test-classes/org/openbarnahus"));
    }

    private static List<Path> directories(String parent, String below) {
        try (Stream<Path> children = Files.list(root().resolve(parent))) {
            return children.map(child -> child.resolve(below))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
