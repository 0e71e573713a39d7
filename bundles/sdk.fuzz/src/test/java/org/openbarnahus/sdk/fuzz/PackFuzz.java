// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.sdk.fuzz;

import java.util.List;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.engine.schema.internal.canonical.SnapshotText;
import org.openbarnahus.engine.schema.internal.compose.Composer;
import org.openbarnahus.engine.schema.internal.pack.PackFiles;
import org.openbarnahus.engine.schema.internal.pack.PackReader;

/**
 * A file of a pack: it is read whole or refused with reasons, the same ones every time; what composes is the same snapshot
 * after writing and reading.
 */
public final class PackFuzz {
    private static final List<String> PATHS = List.of(
            "pack.yaml",
            "fields/fuzz.yaml",
            "activities/fuzz.yaml",
            "codelists/fuzz.csv",
            "i18n/en.properties",
            "questionnaires/fuzz.yaml",
            "standards/fuzz.yaml",
            "golden/fuzz.yaml");

    private PackFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Input input = new Input(data);
        PackFiles files = Packs.country(PATHS.get(input.choice(PATHS.size())), input.rest());
        PackReader.Result result = PackReader.read(files);
        Claim.that(result.pack().isPresent() == result.problems().isEmpty(), "a pack, or reasons");
        Claim.same(result.problems(), PackReader.read(files).problems(), "the same reasons again");
        result.problems()
                .forEach(p -> Claim.that(
                        p.place().line() >= 1
                                && p.place().column() >= 0
                                && !p.problem().isEmpty(),
                        "a reason has a place"));
        result.pack().ifPresent(pack -> {
            Composer.Result composed = Packs.withCore(pack);
            boolean part = composed.snapshots().values().stream()
                    .anyMatch(s -> s.packs().stream()
                            .anyMatch(p -> p.code().equals(pack.head().code())));
            Claim.that(part != composed.refused().containsKey(pack.head().code()), "part of a snapshot, or refused");
            composed.snapshots().values().forEach(PackFuzz::survives);
        });
    }

    private static void survives(SchemaSnapshot snapshot) {
        String text = SnapshotText.write(snapshot);
        Claim.same(snapshot.id(), SnapshotText.id(text), "a snapshot is named by its text");
        Claim.same(text, SnapshotText.write(SnapshotText.read(snapshot.id(), text)), "a snapshot survives");
    }
}
