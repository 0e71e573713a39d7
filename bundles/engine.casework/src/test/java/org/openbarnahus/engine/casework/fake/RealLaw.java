// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.engine.schema.internal.compose.Composer;
import org.openbarnahus.engine.schema.internal.pack.Pack;
import org.openbarnahus.engine.schema.internal.pack.PackFiles;
import org.openbarnahus.engine.schema.internal.pack.PackReader;

/** The packs of this repository, composed by the engine that does it in the product. */
public final class RealLaw {
    /** Tests run in the bundle's folder. */
    public static final Path REPOSITORY =
            Path.of("").toAbsolutePath().resolve("../..").normalize();

    private RealLaw() {}

    public static SchemaSnapshot of(String country) {
        List<Pack> packs = new ArrayList<>();
        for (String code : List.of("core", "bhq", "bqs", "se", "no")) {
            PackReader.Result result = PackReader.read(PackFiles.of("folder:" + code, code, files(code)));
            packs.add(result.pack().orElseThrow(() -> new IllegalStateException(code + " " + result.problems())));
        }
        Composer.Result composed = Composer.compose(packs, Set.of(country));
        SchemaSnapshot snapshot = composed.snapshots().get(country);
        if (snapshot == null) {
            throw new IllegalStateException(composed.refused().toString());
        }
        return snapshot;
    }

    private static Map<String, byte[]> files(String code) {
        Path folder = REPOSITORY.resolve("schemas").resolve(code);
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
