// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.platform.admission.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/**
 * What the distribution brings: bundles whose address means a jar in its folder {@code system}, which nobody may write while
 * the product runs. Of those the framework keeps copies where the product may write: a copy is ours while it is byte for byte
 * what lies in {@code system}.
 */
final class Distribution {
    private static final String REFERENCE = "reference:";
    private static final String MAVEN = "mvn:";
    private static final String COPY = "bundle.jar";
    private static final int GROUP = 0;
    private static final int ARTIFACT = 1;
    private static final int VERSION = 2;
    private static final int TYPE = 3;
    private static final int CLASSIFIER = 4;

    private final Path system;
    private final Path cache;
    /** Bundle, and when it was installed or updated last, to whether it is ours. */
    private final Map<List<Long>, Boolean> known = new ConcurrentHashMap<>();

    /**
     * @param cache of the framework: {@code bundle<id>/version<n>.<m>/bundle.jar}
     */
    Distribution(Path system, Path cache) {
        this.system = system.toAbsolutePath().normalize();
        this.cache = cache;
    }

    boolean owns(Bundle bundle) {
        return known.computeIfAbsent(List.of(bundle.getBundleId(), bundle.getLastModified()), k -> look(bundle));
    }

    private boolean look(Bundle bundle) {
        try {
            String address = bundle.getLocation();
            if (address.startsWith(REFERENCE)) {
                // the framework reads the jar where it lies
                return within(Path.of(URI.create(address.substring(REFERENCE.length()))));
            }
            Optional<Path> original = original(address);
            return original.isPresent() && within(original.get()) && same(original.get(), bundle.getBundleId());
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    /** {@code mvn:group/artifact/version[/type[/classifier]]} in the layout of a Maven repository. */
    Optional<Path> original(String address) {
        String[] words =
                address.startsWith(MAVEN) ? address.substring(MAVEN.length()).split("/", -1) : new String[0];
        if (words.length <= VERSION || words.length > CLASSIFIER + 1) {
            return Optional.empty();
        }
        String classifier = words.length > CLASSIFIER ? "-" + words[CLASSIFIER] : "";
        String type = words.length > TYPE ? words[TYPE] : "jar";
        try {
            return Optional.of(system.resolve(words[GROUP].replace('.', '/'))
                    .resolve(words[ARTIFACT])
                    .resolve(words[VERSION])
                    .resolve(words[ARTIFACT] + "-" + words[VERSION] + classifier + "." + type));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private boolean within(Path file) {
        Path normal = file.toAbsolutePath().normalize();
        return normal.startsWith(system) && Files.isRegularFile(normal);
    }

    private boolean same(Path original, long id) throws IOException {
        List<Path> copies;
        try (Stream<Path> revisions = Files.list(cache.resolve("bundle" + id))) {
            copies = revisions
                    .filter(r -> r.getFileName().toString().startsWith("version"))
                    .map(r -> r.resolve(COPY))
                    .toList();
        }
        for (Path copy : copies) {
            if (!Files.isRegularFile(copy) || Files.mismatch(copy, original) >= 0) {
                return false;
            }
        }
        return !copies.isEmpty();
    }
}
