// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The list of what of others is shipped, kept with the sources: a change of it is a change that somebody reviews. */
final class Pins {
    static final String FILE = "karaf-assembly/supply/pins.tsv";
    private static final String HEAD =
            "# Written by: hub build --pins. Artifact, SHA-256 of its jar, licence (SPDX), where it lies in the distribution";

    private final SortedMap<Coordinates, Pin> pins = new TreeMap<>();

    Pins(Collection<Pin> pins) {
        pins.forEach(pin -> this.pins.put(pin.coordinates(), pin));
    }

    static Pins read(Path root) throws IOException {
        Path file = root.resolve(FILE);
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return new Pins(lines.stream()
                .filter(line -> !line.startsWith("#"))
                .map(Pin::parse)
                .toList());
    }

    void write(Path root) throws IOException {
        Files.createDirectories(root.resolve(FILE).getParent());
        Files.writeString(
                root.resolve(FILE),
                pins.values().stream().map(Pin::line).collect(Collectors.joining("\n", HEAD + "\n", "\n")));
    }

    Optional<Pin> of(Coordinates coordinates) {
        return Optional.ofNullable(pins.get(coordinates));
    }

    /** Those that lie in such a place. */
    List<Pin> at(String where) {
        return pins.values().stream().filter(pin -> pin.where().contains(where)).toList();
    }

    /** The licence of another version, when that is known. */
    Optional<String> licence(String module) {
        return pins.values().stream()
                .filter(pin -> pin.coordinates().module().equals(module))
                .map(Pin::licence)
                .filter(licence -> !licence.equals(Pin.UNKNOWN))
                .findFirst();
    }

    Collection<Pin> all() {
        return pins.values();
    }
}
