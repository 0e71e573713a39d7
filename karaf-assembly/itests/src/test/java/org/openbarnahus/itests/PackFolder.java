// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A site pack as the guide for plugin authors makes it: one field on a Swedish case, in the deployer's folder. */
final class PackFolder implements AutoCloseable {
    static final String CODE = "demohouse";
    static final String FIELD = CODE + ".waiting_room";

    private final Path folder;

    private PackFolder(Path folder) {
        this.folder = folder;
    }

    /** Puts the right pack in. */
    static PackFolder in(Path data) throws IOException {
        return in(data, "yes_no_unknown");
    }

    /** Puts a pack in whose field has this type. */
    static PackFolder in(Path data, String type) throws IOException {
        PackFolder pack = new PackFolder(data.resolve("etc/packs").resolve(CODE));
        pack.write("pack.yaml", """
                code: demohouse
                version: 0.1.0
                kind: site
                country: SE
                extends: [core, se]
                languages: [en, sv]
                status: draft
                contact: Barnahus Example
                legal_basis: Local agreement, section 3
                """);
        pack.field(type);
        for (String language : new String[] {"en", "sv"}) {
            pack.write("i18n/" + language + ".properties", """
                    field.demohouse.waiting_room=Needs a waiting room of its own
                    pack.demohouse=Barnahus Example
                    """);
        }
        return pack;
    }

    /** The type stands in line 4 of the file. */
    void field(String type) throws IOException {
        write("fields/case.yaml", """
                fields:
                  - id: demohouse.waiting_room
                    on: [case]
                    type: %s
                    group: intake
                    order: 900
                    required: no
                    sensitivity: plain
                """.formatted(type));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Takes the folder out; more than once does no harm. */
    @Override
    public void close() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
