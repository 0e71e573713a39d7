// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.quality.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;

/**
 * What the address of the page asks for. What cannot be read falls back to the last twelve months and no filter.
 *
 * @param indicator id asked for, whether it exists or not
 * @param filter field to the one code wanted
 */
record Selection(Optional<String> indicator, Period period, Map<FieldId, String> filter) {
    static final List<FieldId> FILTERS = List.of(CoreField.SEX, CoreField.CHILD_ROLE, CoreField.MUNICIPALITY);
    private static final String INDICATOR = "indicator";
    private static final String FROM = "from";
    private static final String TO = "to";

    Selection {
        filter = Map.copyOf(filter);
    }

    static Selection parse(Map<String, List<String>> query, LocalDate today) {
        Map<FieldId, String> filter = new TreeMap<>();
        FILTERS.forEach(f -> first(query, f.value()).ifPresent(code -> filter.put(f, code)));
        Period period = Period.parse(
                        first(query, FROM).orElse(null), first(query, TO).orElse(null))
                .orElse(Period.of(Period.Preset.LAST_12_MONTHS, today));
        return new Selection(first(query, INDICATOR), period, filter);
    }

    private static Optional<String> first(Map<String, List<String>> query, String name) {
        return query.getOrDefault(name, List.of()).stream()
                .filter(v -> !v.isBlank() && v.length() <= 64)
                .findFirst();
    }

    /** The query parameters that ask for this; {@code to} is the last day. */
    Map<String, String> query() {
        Map<String, String> query = new TreeMap<>();
        indicator.ifPresent(id -> query.put(INDICATOR, id));
        query.put(FROM, period.from().toString());
        query.put(TO, period.last().toString());
        filter.forEach((field, code) -> query.put(field.value(), code));
        return query;
    }

    /** The page's address that asks for this, inside the site. */
    String address() {
        return "/" + IndicatorsPage.PATH + "?"
                + query().entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    Selection withIndicator(String id) {
        return new Selection(Optional.of(id), period, filter);
    }

    Selection withPeriod(Period other) {
        return new Selection(indicator, other, filter);
    }

    /** Without the filter when the code is empty text. */
    Selection withFilter(FieldId field, String code) {
        Map<FieldId, String> changed = new TreeMap<>(filter);
        if (code.isEmpty()) {
            changed.remove(field);
        } else {
            changed.put(field, code);
        }
        return new Selection(indicator, period, changed);
    }

    /** The filter as services take it. */
    Map<FieldId, Set<String>> codes() {
        Map<FieldId, Set<String>> codes = new TreeMap<>();
        filter.forEach((field, code) -> codes.put(field, Set.of(code)));
        return codes;
    }
}
