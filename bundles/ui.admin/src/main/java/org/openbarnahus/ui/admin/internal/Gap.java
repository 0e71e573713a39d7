// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.admin.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openbarnahus.core.model.schema.SchemaSnapshot;

/** Something that a house would expect and that no plugin brings just now. Most serious first. */
enum Gap {
    COUNTRY,
    DETECTOR,
    RULES,
    QUESTIONNAIRES,
    INDICATORS;

    /**
     * @param freeText whether free text can be screened
     */
    static List<Gap> of(Optional<SchemaSnapshot> snapshot, boolean freeText) {
        if (snapshot.isEmpty()) {
            return List.of(COUNTRY);
        }
        List<Gap> gaps = new ArrayList<>();
        if (!freeText) {
            gaps.add(DETECTOR);
        }
        if (snapshot.get().rules().isEmpty()) {
            gaps.add(RULES);
        }
        if (snapshot.get().questionnaires().isEmpty()) {
            gaps.add(QUESTIONNAIRES);
        }
        if (snapshot.get().indicators().isEmpty()) {
            gaps.add(INDICATORS);
        }
        return gaps;
    }

    String key() {
        return "admin.gap." + name().toLowerCase(Locale.ROOT);
    }
}
