// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.compose;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.engine.schema.internal.pack.Located;
import org.openbarnahus.engine.schema.internal.pack.Pack;
import org.openbarnahus.engine.schema.internal.pack.PackHead.Kind;
import org.openbarnahus.engine.schema.internal.pack.PackProblem;
import org.openbarnahus.engine.schema.internal.pack.Place;
import org.openbarnahus.engine.schema.internal.pack.Problems;

/**
 * Composes packs in a fixed order, whatever the order in which they were found: core, indicators, questionnaires, the
 * country, then site packs by code. A pack that does not fit is refused whole; the others are composed without it.
 */
public final class Composer {
    private static final Place HEAD = Place.start("pack.yaml");

    private final Set<String> wanted;
    private final List<Pack> packs;
    private final Map<String, List<PackProblem>> refused = new TreeMap<>();
    private final Map<String, Composition> byCountry = new TreeMap<>();

    private Composer(Collection<Pack> packs, Set<String> wanted) {
        this.packs = packs.stream()
                .sorted(Comparator.comparing((Pack p) -> p.head().kind())
                        .thenComparing(p -> p.head().code()))
                .toList();
        this.wanted = wanted;
    }

    /**
     * @param snapshots by country
     * @param refused problems by pack code
     */
    public record Result(Map<String, SchemaSnapshot> snapshots, Map<String, List<PackProblem>> refused) {}

    /**
     * @param packs at most one of each code
     * @param wanted countries to compose; empty for every country that has a pack
     */
    public static Result compose(Collection<Pack> packs, Set<String> wanted) {
        Composer composer = new Composer(packs, wanted);
        composer.all();
        Map<String, SchemaSnapshot> snapshots = new TreeMap<>();
        composer.byCountry.forEach((country, all) -> snapshots.put(country, all.snapshot(country)));
        return new Result(snapshots, composer.refused);
    }

    private void all() {
        Composition[] base = {new Composition()};
        inOrder(of(Kind.CORE, Kind.INDICATORS, Kind.QUESTIONNAIRES), p -> base[0].has(p), pack -> {
            Merge.Result result = Merge.merge(base[0], pack);
            if (result.problems().isEmpty()) {
                base[0] = result.composition();
            }
            return result.problems();
        });
        Set<String> countries = new HashSet<>();
        inOrder(of(Kind.COUNTRY), p -> base[0].has(p), pack -> country(base[0], pack, countries));
        inOrder(
                of(Kind.SITE),
                p -> base[0].has(p) || byCountry.values().stream().anyMatch(c -> c.has(p)),
                this::site);
    }

    private List<Pack> of(Kind... kinds) {
        return packs.stream()
                .filter(p -> List.of(kinds).contains(p.head().kind()))
                .toList();
    }

    /** Adds packs as soon as those they extend are there; what never gets there is refused. */
    private void inOrder(List<Pack> these, Predicate<String> active, Function<Pack, List<PackProblem>> add) {
        List<Pack> waiting = new ArrayList<>(these);
        boolean progress = true;
        while (progress && !waiting.isEmpty()) {
            progress = false;
            for (Iterator<Pack> it = waiting.iterator(); it.hasNext(); ) {
                Pack pack = it.next();
                if (pack.head().extended().stream().allMatch(e -> active.test(e.value()))) {
                    it.remove();
                    progress = true;
                    refuse(pack, add.apply(pack));
                }
            }
        }
        for (Pack pack : waiting) {
            refuse(
                    pack,
                    pack.head().extended().stream()
                            .filter(e -> !active.test(e.value()))
                            .map(Composer::missing)
                            .toList());
        }
    }

    private static PackProblem missing(Located<String> extended) {
        return new PackProblem(
                extended.place(),
                "pack " + Problems.quote(extended.value()) + " is not active",
                "install it, or correct its own problems first");
    }

    private void refuse(Pack pack, List<PackProblem> problems) {
        if (!problems.isEmpty()) {
            refused.put(pack.head().code(), problems);
        }
    }

    private List<PackProblem> country(Composition base, Pack pack, Set<String> seen) {
        String country = pack.head().country().orElseThrow();
        if (!wanted.isEmpty() && !wanted.contains(country)) {
            return problem(
                    "country " + country + " is not one of this site's",
                    "add it to country in the configuration org.openbarnahus.site");
        }
        if (!base.has("core")) {
            return problem("pack 'core' is not active", "install it, or correct its own problems first");
        }
        if (!seen.add(country)) {
            return problem("another pack is the country pack of " + country, "make this one a site pack or remove one");
        }
        Merge.Result result = Merge.merge(base, pack);
        if (result.problems().isEmpty()) {
            byCountry.put(country, result.composition());
        }
        return result.problems();
    }

    private List<PackProblem> site(Pack pack) {
        Map<String, Composition> changed = new HashMap<>();
        List<PackProblem> problems = new ArrayList<>();
        byCountry.forEach((country, composition) -> {
            if (applies(pack, country, composition)) {
                Merge.Result result = Merge.merge(composition, pack);
                changed.put(country, result.composition());
                result.problems().stream().filter(p -> !problems.contains(p)).forEach(problems::add);
            }
        });
        if (changed.isEmpty()) {
            return problem("no country that the pack applies to is active", "activate the country's pack first");
        }
        if (problems.isEmpty()) {
            byCountry.putAll(changed);
        }
        return problems;
    }

    private static boolean applies(Pack pack, String country, Composition composition) {
        return pack.head().country().map(country::equals).orElse(true)
                && pack.head().extended().stream().allMatch(e -> composition.has(e.value()));
    }

    private static List<PackProblem> problem(String problem, String cure) {
        return List.of(new PackProblem(HEAD, problem, cure));
    }
}
