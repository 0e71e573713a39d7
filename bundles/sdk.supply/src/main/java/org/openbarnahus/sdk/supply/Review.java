// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.supply;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds what is shipped against the pins: everything of others is pinned, to the byte, and everything pinned is shipped. */
final class Review {
    private static final int SHOWN = 5;

    private final Pins pins;
    private final Repository repository;
    private final Ours ours;
    private final List<String> wrong = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> used = new HashSet<>();

    Review(Pins pins, Repository repository, Ours ours) {
        this.pins = pins;
        this.repository = repository;
        this.ours = ours;
    }

    /** What is wrong; empty when nothing is. */
    List<String> of(List<Part> files) throws IOException {
        for (Part file : files) {
            parts.add(file);
            if (file.ours()) {
                within(file);
            } else {
                whole(file, pins.of(file.coordinates()), Pin.FILE);
            }
        }
        for (Pin pin : pins.all()) {
            pin.where().stream()
                    .filter(where -> !used.contains(pin.coordinates() + " " + where))
                    .forEach(where -> wrong.add(pin.coordinates() + " is pinned as " + where + ", and not shipped so"));
            if (pin.licence().equals(Pin.UNKNOWN)) {
                wrong.add(pin.coordinates() + " has no licence: look it up, and write it into " + Pins.FILE);
            }
        }
        return wrong;
    }

    /** The files, and after each of ours what of others it holds. */
    List<Part> parts() {
        return parts;
    }

    private void whole(Part part, Optional<Pin> pin, String where) {
        if (pin.isEmpty() || !pin.get().where().contains(where)) {
            wrong.add(part.path() + " is not pinned as " + where);
        } else if (!pin.get().sha256().equals(part.jar().sha256())) {
            wrong.add(part.path() + " has the SHA-256 " + part.jar().sha256() + ", pinned is "
                    + pin.get().sha256());
        } else {
            used.add(pin.get().coordinates() + " " + where);
        }
    }

    private void within(Part bundle) throws IOException {
        String inside = Pin.INSIDE + Ours.bundle(bundle);
        for (Map.Entry<String, Jar> jar : bundle.jar().jars().entrySet()) {
            String path = bundle.path() + "!/" + jar.getKey();
            Optional<Pin> pin = pins.at(inside).stream()
                    .filter(one -> one.sha256().equals(jar.getValue().sha256()))
                    .findFirst();
            if (pin.isEmpty()) {
                wrong.add(path + " is not pinned as " + inside + " with the SHA-256 "
                        + jar.getValue().sha256());
            } else {
                used.add(pin.get().coordinates() + " " + inside);
                parts.add(new Part(pin.get().coordinates(), path, jar.getValue(), Part.How.INSIDE));
            }
        }
        unpacked(bundle);
    }

    private void unpacked(Part bundle) throws IOException {
        String classes = Pin.CLASSES + Ours.bundle(bundle);
        Map<String, String> foreign = ours.foreign(bundle);
        Set<String> explained = new HashSet<>();
        for (Pin pin : pins.at(classes)) {
            if (!repository.holds(pin.coordinates())
                    || !repository.jar(pin.coordinates()).sha256().equals(pin.sha256())) {
                wrong.add(pin.coordinates() + " in the local repository is not what is pinned");
                continue;
            }
            Jar jar = repository.jar(pin.coordinates());
            if (foreign.values().stream().anyMatch(jar.entries()::containsValue)) {
                used.add(pin.coordinates() + " " + classes);
            }
            explained.addAll(jar.entries().values());
            parts.add(new Part(pin.coordinates(), bundle.path() + "!" + pin.coordinates(), jar, Part.How.UNPACKED));
        }
        foreign.entrySet().stream()
                .filter(entry -> !explained.contains(entry.getValue()))
                .limit(SHOWN)
                .forEach(entry -> wrong.add(bundle.path() + "!/" + entry.getKey()
                        + " is neither ours nor of anything pinned as " + classes));
    }
}
