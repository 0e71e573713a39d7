// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.imports;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openbarnahus.core.model.schema.ActivityType;
import org.openbarnahus.core.model.schema.CodeEntry;
import org.openbarnahus.core.model.schema.CodeList;
import org.openbarnahus.core.model.schema.SchemaSnapshot;

/** Finds the code that a cell means: the code itself, or its label in any language of the packs. */
final class Labels {
    private final SchemaSnapshot snapshot;
    private final Map<String, Map<String, Set<String>>> byList = new HashMap<>();

    Labels(SchemaSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * Empty when there is no such code or when several have that label on the day.
     *
     * @param day for lists in which a name has moved from one code to another, as municipalities
     */
    Optional<String> code(String listId, String cell, LocalDate day) {
        Optional<CodeList> list = snapshot.codeList(listId);
        if (list.isEmpty()) {
            return Optional.empty();
        }
        // a spreadsheet takes 0180 for the number 180
        Optional<CodeEntry> exact = list.get().find(cell).or(() -> list.get().find("0" + cell));
        if (exact.isPresent()) {
            return exact.map(CodeEntry::code);
        }
        Set<String> meant =
                byList.computeIfAbsent(listId, id -> labels(list.get())).getOrDefault(normal(cell), Set.of());
        List<String> valid = meant.stream()
                .filter(c -> list.get().find(c).filter(e -> e.validOn(day)).isPresent())
                .toList();
        return valid.size() == 1 ? Optional.of(valid.getFirst()) : Optional.empty();
    }

    Optional<String> activityType(String cell) {
        if (snapshot.activityType(cell).isPresent()) {
            return Optional.of(cell);
        }
        List<String> meant = snapshot.activityTypesInOrder().stream()
                .filter(t -> words(t.labelKey()).anyMatch(w -> normal(w).equals(normal(cell))))
                .map(ActivityType::code)
                .toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    private Map<String, Set<String>> labels(CodeList list) {
        Map<String, Set<String>> labels = new HashMap<>();
        for (CodeEntry entry : list.entries()) {
            if (!entry.hidden()) {
                Stream.concat(words(list.labelKey(entry.code())), entry.name().stream())
                        .forEach(w -> labels.computeIfAbsent(normal(w), k -> new LinkedHashSet<>())
                                .add(entry.code()));
            }
        }
        return labels;
    }

    private Stream<String> words(String key) {
        return snapshot.words().byLanguage().values().stream().flatMap(words -> Stream.ofNullable(words.get(key)));
    }

    private static String normal(String label) {
        return Normalizer.normalize(label, Normalizer.Form.NFC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
