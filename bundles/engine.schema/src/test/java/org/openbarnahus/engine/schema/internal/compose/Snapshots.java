// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.compose;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.engine.schema.internal.pack.Pack;
import org.openbarnahus.engine.schema.internal.pack.PackText;

/** Compositions of the real packs, for tests. */
public final class Snapshots {
    private static final Composer.Result ALL = Composer.compose(real(), Set.of());

    private Snapshots() {}

    private static List<Pack> real() {
        return Stream.of("core", "se", "no", "bqs", "bhq").map(PackText::real).toList();
    }

    public static SchemaSnapshot of(String country) {
        return Objects.requireNonNull(ALL.snapshots().get(country));
    }

    public static Composer.Result all() {
        return ALL;
    }

    /** Core with the country of {@link PackText#aCountry()} as changed. */
    public static SchemaSnapshot of(PackText country) {
        Composer.Result result = Composer.compose(List.of(PackText.real("core"), country.pack()), Set.of());
        return Objects.requireNonNull(result.snapshots().get("XX"));
    }
}
