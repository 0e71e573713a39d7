// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.service.query.PackStatus;
import org.openbarnahus.engine.schema.internal.compose.Composer;
import org.openbarnahus.engine.schema.internal.pack.Pack;
import org.openbarnahus.engine.schema.internal.pack.PackFiles;
import org.openbarnahus.engine.schema.internal.pack.PackHead;
import org.openbarnahus.engine.schema.internal.pack.PackProblem;
import org.openbarnahus.engine.schema.internal.pack.PackReader;
import org.openbarnahus.engine.schema.internal.pack.Place;

/**
 * All packs that were found and the composition they give. A pack that ran and is changed into a wrong one, or into one that
 * breaks another, keeps running in its last good version. Which of two packs with one code counts does not depend on the
 * order of their coming: a bundle before a folder, then by name. For one thread at a time.
 */
final class PackShelf {
    private final Map<String, Found> found = new TreeMap<>();
    private Set<String> countries = Set.of();
    private Composer.Result composed = new Composer.Result(Map.of(), Map.of());
    private Map<String, Found> chosen = Map.of();
    /** Whether what was found has changed since it was composed: ten packs put in at once are composed once. */
    private boolean stale;

    /**
     * @param good what runs or would run: the newest version, or the last good one
     * @param problems of the newest version
     */
    private record Found(PackFiles files, Optional<PackHead> head, Optional<Pack> good, List<PackProblem> problems) {}

    Map<String, SchemaSnapshot> snapshots() {
        compose();
        return composed.snapshots();
    }

    void countries(Set<String> wanted) {
        countries = Set.copyOf(wanted);
        stale = true;
    }

    /** Key under which a found pack is kept. */
    static String key(String source, String folder) {
        return source + "#" + folder;
    }

    void remove(String key) {
        found.remove(key);
        stale = true;
    }

    /** Takes a new pack, or a new version of one, in. */
    void put(PackFiles files) {
        String key = key(files.source(), files.folder());
        PackReader.Result read = PackReader.read(files);
        if (found.containsKey(key)) {
            compose();
        }
        Optional<Pack> before =
                Optional.ofNullable(found.get(key)).filter(this::active).flatMap(Found::good);
        Set<String> activeBefore = activeCodes();
        found.put(
                key, new Found(files.withoutContent(), read.head(), read.pack().or(() -> before), read.problems()));
        stale = true;
        if (before.isPresent() && read.pack().isPresent()) {
            compose();
            List<PackProblem> harm = harm(read.pack().get().head().code(), activeBefore);
            if (!harm.isEmpty()) {
                found.put(key, new Found(files.withoutContent(), read.head(), before, harm));
                stale = true;
            }
        }
    }

    /** Why the new version of a running pack must not run: its own refusal, or what it breaks. */
    private List<PackProblem> harm(String code, Set<String> activeBefore) {
        List<PackProblem> refusal = composed.refused().getOrDefault(code, List.of());
        if (!refusal.isEmpty()) {
            return refusal;
        }
        Set<String> broken = new HashSet<>(activeBefore);
        broken.removeAll(activeCodes());
        broken.remove(code);
        List<PackProblem> harm = new ArrayList<>();
        for (String other : broken) {
            composed.refused()
                    .getOrDefault(other, List.of())
                    .forEach(p -> harm.add(new PackProblem(
                            Place.start("pack.yaml"),
                            "this version breaks pack '" + other + "' (" + p + ")",
                            "keep what the other pack uses, or change it first")));
        }
        return harm;
    }

    private Set<String> activeCodes() {
        Set<String> codes = new HashSet<>(chosen.keySet());
        codes.removeAll(composed.refused().keySet());
        return codes;
    }

    private boolean active(Found f) {
        return f.good()
                .map(p -> p.head().code())
                .filter(code -> chosen.get(code) == f && !composed.refused().containsKey(code))
                .isPresent();
    }

    private void compose() {
        if (!stale) {
            return;
        }
        stale = false;
        Map<String, Found> choice = new LinkedHashMap<>();
        found.values()
                .forEach(
                        f -> f.good().ifPresent(p -> choice.putIfAbsent(p.head().code(), f)));
        chosen = choice;
        composed = Composer.compose(
                choice.values().stream().map(f -> f.good().orElseThrow()).toList(), countries);
    }

    /** Every pack found, in the order of sources. */
    List<PackStatus> status() {
        compose();
        return found.values().stream().map(this::status).toList();
    }

    private PackStatus status(Found f) {
        boolean active = active(f);
        Optional<PackHead> head = active ? f.good().map(Pack::head) : f.head();
        List<String> problems = new ArrayList<>();
        f.problems().forEach(p -> problems.add(p.toString()));
        if (!active) {
            f.good().ifPresent(p -> refusal(f, p.head().code(), problems));
        }
        return new PackStatus(
                head.map(PackHead::code).orElse(f.files().folder()),
                head.map(PackHead::version).orElse(""),
                head.map(h -> h.kind().code()).orElse(""),
                head.flatMap(PackHead::country),
                head.map(PackHead::draft).orElse(true),
                f.files().source(),
                active,
                problems);
    }

    private void refusal(Found f, String code, List<String> problems) {
        Found winner = chosen.get(code);
        if (winner != null && winner != f) {
            problems.add(new PackProblem(
                            Place.start("pack.yaml"),
                            "pack '" + code + "' is there already: "
                                    + winner.files().source(),
                            "remove one of the two")
                    .toString());
        } else {
            composed.refused().getOrDefault(code, List.of()).forEach(p -> problems.add(p.toString()));
        }
    }
}
