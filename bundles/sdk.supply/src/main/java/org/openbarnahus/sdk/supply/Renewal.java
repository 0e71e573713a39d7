// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Pins what is shipped now. Licences that a person has written down are kept. */
final class Renewal {
    private final Pins before;
    private final Repository repository;
    private final Ours ours;
    private final Licences licences;
    private final Map<Coordinates, Pin> pins = new HashMap<>();

    Renewal(Pins before, Repository repository, Ours ours) {
        this.before = before;
        this.repository = repository;
        this.ours = ours;
        this.licences = new Licences(repository);
    }

    Pins of(List<Part> files) throws IOException {
        for (Part file : files) {
            if (file.ours()) {
                within(file);
            } else {
                pin(file.coordinates(), file.jar(), Pin.FILE);
            }
        }
        return new Pins(pins.values());
    }

    private void within(Part bundle) throws IOException {
        List<Coordinates> candidates = new ArrayList<>();
        for (var jar : ours.classPath(bundle)) {
            repository
                    .coordinates(jar)
                    .filter(found -> !found.group().equals(Part.US))
                    .ifPresent(candidates::add);
        }
        for (Map.Entry<String, Jar> jar : bundle.jar().jars().entrySet()) {
            Coordinates found = same(jar.getValue(), candidates)
                    .orElseThrow(() -> new IllegalStateException(
                            "not on the class path it was built with: " + bundle.path() + "!/" + jar.getKey()));
            pin(found, jar.getValue(), Pin.INSIDE + Ours.bundle(bundle));
        }
        Set<String> foreign = new HashSet<>(ours.foreign(bundle).values());
        // those first of which most lies here: a licence text that all have in common proves nothing
        candidates.sort(java.util.Comparator.comparing((Coordinates one) -> -shared(one, foreign)));
        for (Coordinates candidate : candidates) {
            if (foreign.removeAll(
                    new HashSet<>(repository.jar(candidate).entries().values()))) {
                pin(candidate, repository.jar(candidate), Pin.CLASSES + Ours.bundle(bundle));
            }
        }
    }

    private long shared(Coordinates candidate, Set<String> foreign) {
        try {
            return repository.jar(candidate).entries().values().stream()
                    .filter(foreign::contains)
                    .count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Optional<Coordinates> same(Jar jar, List<Coordinates> candidates) throws IOException {
        for (Coordinates candidate : candidates) {
            if (repository.jar(candidate).sha256().equals(jar.sha256())) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private void pin(Coordinates coordinates, Jar jar, String where) throws IOException {
        Pin known = pins.get(coordinates);
        if (known != null) {
            known.where().add(where);
            return;
        }
        Optional<String> written = before.licence(coordinates.module());
        String licence = written.isPresent() ? written.get() : licences.of(coordinates, jar);
        pins.put(coordinates, new Pin(coordinates, jar.sha256(), licence, new TreeSet<>(Set.of(where))));
    }
}
