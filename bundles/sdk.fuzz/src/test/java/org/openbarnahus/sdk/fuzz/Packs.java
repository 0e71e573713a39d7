// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.engine.schema.internal.compose.Composer;
import org.openbarnahus.engine.schema.internal.pack.Pack;
import org.openbarnahus.engine.schema.internal.pack.PackFiles;
import org.openbarnahus.engine.schema.internal.pack.PackFolder;
import org.openbarnahus.engine.schema.internal.pack.PackReader;

/** The real packs, and a small country whose files a target replaces. */
public final class Packs {
    private static final Pack CORE = real("core");
    private static final Map<String, SchemaSnapshot> COMPOSED = Composer.compose(
                    Stream.concat(
                                    Stream.of(CORE),
                                    Stream.of("se", "no", "bqs", "bhq").map(Packs::real))
                            .toList(),
                    Set.of())
            .snapshots();

    private Packs() {}

    public static SchemaSnapshot snapshot(String country) {
        return Objects.requireNonNull(COMPOSED.get(country));
    }

    /** The country XX with one file more, or another one. */
    public static PackFiles country(String path, byte[] content) {
        Map<String, byte[]> files = new TreeMap<>();
        put(files, "pack.yaml", """
                code: xx
                version: 0.1.0
                kind: country
                country: XX
                extends: [core]
                languages: [en]
                status: draft
                contact: nobody
                """);
        put(files, "fields/case.yaml", """
                fields:
                  - {id: xx.colour, on: [case], type: code, group: justice, list: xx.colour, sensitivity: plain}
                  - {id: xx.day, on: [case], type: date, group: justice, sensitivity: plain}
                """);
        put(files, "codelists/xx.colour.csv", "code,name\nred,Red\nunknown,Unknown\n");
        put(files, "codelists/municipality.csv", "code,name\n0001,Onetown\nunknown,Unknown\n");
        put(
                files,
                "i18n/en.properties",
                "pack.xx=Xland\ncountry.word.service=Barnahus\nfield.xx.colour=Colour\nfield.xx.day=Day\n"
                        + "rule.xx.limit=Limit\nindicator.xx.share=Share\nindicator.xx.share.query=Query\n");
        files.put(path, content);
        return PackFiles.of("folder:xx", "xx", files);
    }

    /** The pack with the core. */
    public static Composer.Result withCore(Pack pack) {
        return Composer.compose(List.of(CORE, pack), Set.of());
    }

    private static void put(Map<String, byte[]> files, String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Pack real(String code) {
        try {
            PackFiles files = PackFolder.read(Tree.root().resolve("schemas").resolve(code), "bundle:" + code);
            PackReader.Result result = PackReader.read(files);
            return result.pack().orElseThrow(() -> new IllegalStateException(String.valueOf(result.problems())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
