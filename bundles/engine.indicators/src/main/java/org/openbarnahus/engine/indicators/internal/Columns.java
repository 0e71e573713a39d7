// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValues;

/** The coded, counted and dated values of many rows, one column per field. Free text never gets in. */
final class Columns {
    private final Map<FieldId, CodeColumn> codes = new HashMap<>();
    private final Map<FieldId, IntColumn> numbers = new HashMap<>();
    private final Map<FieldId, IntColumn> days = new HashMap<>();

    /** Replaces the row; numbers beyond 32 bits are kept as the largest or smallest of them. */
    void write(int row, FieldValues values) {
        clear(row);
        values.map().forEach((field, value) -> write(row, field, value, values));
    }

    private void write(int row, FieldId field, FieldValue value, FieldValues values) {
        switch (value) {
            case FieldValue.TextValue text -> {}
            case FieldValue.IntegerValue n -> column(numbers, field).set(row, narrow(n.number()));
            case FieldValue.DateValue d ->
                column(days, field).set(row, narrow(d.date().toEpochDay()));
            case FieldValue.CodeValue c -> codes(field).set(row, List.of(c.code()));
            case FieldValue.CodesValue c -> codes(field).set(row, c.codes());
            case FieldValue.RowsValue r -> codes(field).set(row, values.codes(field));
        }
    }

    void clear(int row) {
        codes.values().forEach(c -> c.clear(row));
        numbers.values().forEach(c -> c.clear(row));
        days.values().forEach(c -> c.clear(row));
    }

    boolean has(FieldId field, int row) {
        return !codes(field, row).isEmpty()
                || number(field, row).isPresent()
                || epochDay(field, row).isPresent();
    }

    List<String> codes(FieldId field, int row) {
        CodeColumn column = codes.get(field);
        return column == null ? List.of() : column.get(row);
    }

    boolean anyCode(FieldId field, Set<String> wanted, int row) {
        for (String code : codes(field, row)) {
            if (wanted.contains(code)) {
                return true;
            }
        }
        return false;
    }

    OptionalLong number(FieldId field, int row) {
        return get(numbers.get(field), row);
    }

    OptionalLong epochDay(FieldId field, int row) {
        return get(days.get(field), row);
    }

    private static OptionalLong get(@Nullable IntColumn column, int row) {
        int value = column == null ? IntColumn.ABSENT : column.get(row);
        return value == IntColumn.ABSENT ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private CodeColumn codes(FieldId field) {
        return codes.computeIfAbsent(field, f -> new CodeColumn());
    }

    private static IntColumn column(Map<FieldId, IntColumn> columns, FieldId field) {
        return columns.computeIfAbsent(field, f -> new IntColumn());
    }

    private static int narrow(long value) {
        return Math.clamp(value, IntColumn.ABSENT + 1, Integer.MAX_VALUE);
    }
}
