// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.value;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValue.CodesValue;
import org.openbarnahus.core.model.value.FieldValue.DateValue;
import org.openbarnahus.core.model.value.FieldValue.IntegerValue;
import org.openbarnahus.core.model.value.FieldValue.RowsValue;
import org.openbarnahus.core.model.value.FieldValue.TextValue;

/**
 * The values of a case or of a timeline entry by field, immutable and in the order of the field ids.
 *
 * @param hidden fields that the reader is not shown, whether there is a value in them or not; empty for values as they are
 *     stored
 */
public record FieldValues(Map<FieldId, FieldValue> map, Set<FieldId> hidden) {
    private static final FieldValues EMPTY = new FieldValues(Map.of());

    public FieldValues {
        map = Collections.unmodifiableMap(new TreeMap<>(map));
        hidden = hidden.isEmpty() ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(hidden));
    }

    /** Values of which nothing is hidden. */
    public FieldValues(Map<FieldId, FieldValue> map) {
        this(map, Set.of());
    }

    public static FieldValues empty() {
        return EMPTY;
    }

    public Optional<FieldValue> get(FieldId field) {
        return Optional.ofNullable(map.get(field));
    }

    public boolean has(FieldId field) {
        return map.containsKey(field);
    }

    public Optional<String> code(FieldId field) {
        return get(field).map(v -> v instanceof CodeValue c ? c.code() : null);
    }

    public Optional<LocalDate> date(FieldId field) {
        return get(field).map(v -> v instanceof DateValue d ? d.date() : null);
    }

    public OptionalLong number(FieldId field) {
        return map.get(field) instanceof IntegerValue n ? OptionalLong.of(n.number()) : OptionalLong.empty();
    }

    public Optional<String> text(FieldId field) {
        return get(field).map(v -> v instanceof TextValue t ? t.text() : null);
    }

    /** Every code recorded in the field, whichever of the coded shapes it has; of rows, those of every column. */
    public List<String> codes(FieldId field) {
        return switch (map.get(field)) {
            case CodeValue c -> List.of(c.code());
            case CodesValue c -> c.codes();
            case RowsValue r ->
                r.rows().stream().flatMap(row -> row.values().stream()).toList();
            case null, default -> List.of();
        };
    }

    /** These values with the changes laid over them: a value sets, an empty optional clears. */
    public FieldValues with(Map<FieldId, Optional<FieldValue>> changes) {
        Map<FieldId, FieldValue> result = new TreeMap<>(map);
        changes.forEach((field, value) -> value.ifPresentOrElse(v -> result.put(field, v), () -> result.remove(field)));
        return new FieldValues(result, hidden);
    }

    public FieldValues with(FieldId field, FieldValue value) {
        return with(Map.of(field, Optional.of(value)));
    }

    public FieldValues without(Set<FieldId> fields) {
        Map<FieldId, FieldValue> result = new TreeMap<>(map);
        result.keySet().removeAll(fields);
        return new FieldValues(result, hidden);
    }

    /** These values as somebody sees them who is not shown the fields. */
    public FieldValues hiding(Set<FieldId> fields) {
        return fields.isEmpty() ? this : new FieldValues(without(fields).map(), fields);
    }
}
