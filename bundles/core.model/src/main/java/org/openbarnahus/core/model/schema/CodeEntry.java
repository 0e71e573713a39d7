// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.schema;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A code and the days on which it may be recorded.
 *
 * @param name fallback label, for lists whose names are the same in every language (municipalities)
 * @param parent the core code it refines, or the group (region, class) it belongs to
 * @param validTo last day; municipalities are renumbered, values stay readable
 * @param mappings other classifications: {@code icvac}, {@code iccs}, …
 */
public record CodeEntry(
        String code,
        String owner,
        Optional<String> name,
        Optional<String> parent,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        boolean hidden,
        Map<String, String> mappings) {
    public CodeEntry {
        mappings = Map.copyOf(mappings);
    }

    public boolean validOn(LocalDate day) {
        return validFrom.map(from -> !day.isBefore(from)).orElse(true)
                && validTo.map(to -> !day.isAfter(to)).orElse(true);
    }
}
