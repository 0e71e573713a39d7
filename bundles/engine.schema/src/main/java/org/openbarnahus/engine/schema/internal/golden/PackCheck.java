// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.engine.schema.internal.compose.Composer;
import org.openbarnahus.engine.schema.internal.pack.Pack;
import org.openbarnahus.engine.schema.internal.pack.PackFiles;
import org.openbarnahus.engine.schema.internal.pack.PackHead.Kind;
import org.openbarnahus.engine.schema.internal.pack.PackProblem;
import org.openbarnahus.engine.schema.internal.pack.PackReader;
import org.openbarnahus.engine.schema.internal.pack.Place;

/** Checks one pack folder: reads it, composes it with the packs it needs, runs its example cases. */
public final class PackCheck {
    private PackCheck() {}

    /**
     * @param pack the pack, absent when it could not be read
     * @param snapshots compositions it became part of, by country
     * @param cases how many example cases were run
     * @param problems everything wrong, empty when the pack is fine
     */
    public record Result(
            Optional<Pack> pack, Map<String, SchemaSnapshot> snapshots, int cases, List<PackProblem> problems) {}

    /**
     * @param others packs to compose with; those of the same code or country are left out
     */
    public static Result check(PackFiles files, List<PackFiles> others) {
        PackReader.Result read = PackReader.read(files);
        if (read.pack().isEmpty()) {
            return new Result(Optional.empty(), Map.of(), 0, read.problems());
        }
        Pack pack = read.pack().get();
        Map<String, Pack> byCode = new LinkedHashMap<>();
        byCode.put(pack.head().code(), pack);
        List<PackProblem> problems = new ArrayList<>();
        for (PackFiles other : others) {
            PackReader.Result there = PackReader.read(other);
            there.pack()
                    .filter(p -> goesWith(p, pack))
                    .ifPresent(p -> byCode.putIfAbsent(p.head().code(), p));
            if (there.pack().isEmpty()
                    && pack.head().extended().stream().anyMatch(e -> e.value().equals(other.folder()))) {
                there.problems()
                        .forEach(p -> problems.add(new PackProblem(
                                Place.start("pack.yaml"),
                                "pack " + other.folder() + " is wrong: " + p,
                                "correct that one first")));
            }
        }
        Composer.Result composed = Composer.compose(byCode.values(), Set.of());
        problems.addAll(composed.refused().getOrDefault(pack.head().code(), List.of()));
        return examples(pack, composed.snapshots(), problems);
    }

    private static boolean goesWith(Pack other, Pack checked) {
        return other.head().kind() != Kind.COUNTRY
                || checked.head().kind() != Kind.COUNTRY
                || !other.head().country().equals(checked.head().country());
    }

    private static Result examples(Pack pack, Map<String, SchemaSnapshot> all, List<PackProblem> problems) {
        Map<String, SchemaSnapshot> with = new LinkedHashMap<>(all);
        with.values()
                .removeIf(s -> s.packs().stream()
                        .noneMatch(p -> p.code().equals(pack.head().code())));
        if (!problems.isEmpty()) {
            return new Result(Optional.of(pack), with, 0, problems);
        }
        if (with.isEmpty() && !pack.golden().isEmpty()) {
            problems.add(new PackProblem(
                    Place.start("golden"), "no country to run the cases in", "name a folder of packs with --packs"));
        }
        int cases = 0;
        for (SchemaSnapshot snapshot : with.values()) {
            GoldenRun.Result run = GoldenRun.run(snapshot, pack);
            cases += run.cases();
            problems.addAll(run.failures());
        }
        return new Result(Optional.of(pack), with, cases, problems);
    }
}
