// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValue.CodesValue;
import org.openbarnahus.core.model.value.FieldValue.DateValue;
import org.openbarnahus.core.model.value.FieldValue.IntegerValue;
import org.openbarnahus.core.model.value.FieldValue.RowsValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.store.KeyService;
import org.openbarnahus.store.jpa.internal.CaseEntity.CoreColumn;

/**
 * Between a case and its row. A core field goes to its column when it has the column's shape; every other value goes to the
 * JSON column, every free text to the encrypted one. So nothing that was recorded is lost, whatever a pack declares.
 */
final class CaseMapping {
    private static final int LONGEST_CODE = 64;

    private final KeyService keys;
    private final SplitTexts texts = new SplitTexts("case_record");

    CaseMapping(KeyService keys) {
        this.keys = keys;
    }

    /** With a key of its own. */
    CaseEntity create(CaseFile file) {
        CaseEntity row = new CaseEntity(file);
        row.key(keys.newDataKey(file.service(), CaseCipher.binding(file.service(), row.id())));
        copy(file, row, cipher(row));
        return row;
    }

    /** For the texts of the case, of its timeline and of its history. */
    CaseCipher cipher(CaseEntity row) {
        return new CaseCipher(keys, row.service(), row.id(), row.key());
    }

    void copy(CaseFile file, CaseEntity row, CaseCipher cipher) {
        Map<FieldId, FieldValue> rest = new TreeMap<>(file.values().map());
        byte[] stored = texts.take(rest, row, cipher);
        for (CoreColumn<String> column : CaseEntity.CODES) {
            column.set(row, takeCode(rest, column.field()));
        }
        for (CoreColumn<LocalDate> column : CaseEntity.DATES) {
            column.set(row, rest.get(column.field()) instanceof DateValue date ? date.date() : null);
            rest.computeIfPresent(column.field(), (f, v) -> v instanceof DateValue ? null : v);
        }
        CaseEntity.AGE.set(row, takeAge(rest));
        for (CoreColumn<String> column : CaseEntity.LISTS) {
            column.set(row, takeList(rest, column.field(), column.get().apply(row)));
        }
        row.state(file.state());
        row.nextDue(file.nextDue());
        row.change(file.snapshot(), SplitTexts.json(rest, row.national()), stored, file.changed());
    }

    /** With its free texts. */
    CaseFile read(CaseEntity row, CaseCipher cipher) {
        return read(row, texts.read(row, cipher));
    }

    /** Leaves the free texts encrypted and out. */
    CaseFile read(CaseEntity row) {
        return read(row, Map.of());
    }

    private static CaseFile read(CaseEntity row, Map<FieldId, FieldValue> texts) {
        Map<FieldId, FieldValue> values = new TreeMap<>(ValuesJson.read(row.national()));
        for (CoreColumn<String> column : CaseEntity.CODES) {
            put(values, column.field(), column.get().apply(row), CodeValue::new);
        }
        for (CoreColumn<LocalDate> column : CaseEntity.DATES) {
            put(values, column.field(), column.get().apply(row), DateValue::new);
        }
        put(values, CaseEntity.AGE.field(), CaseEntity.AGE.get().apply(row), age -> new IntegerValue(age));
        for (CoreColumn<String> column : CaseEntity.LISTS) {
            put(
                    values,
                    column.field(),
                    column.get().apply(row),
                    json -> ValuesJson.value(ValuesJson.MAPPER.readTree(json)));
        }
        values.putAll(texts);
        return new CaseFile(
                new CaseId(row.id()),
                row.number(),
                row.service(),
                row.state(),
                new FieldValues(values),
                row.snapshot(),
                row.version(),
                row.created(),
                row.changed(),
                row.nextDue());
    }

    private static <T> void put(
            Map<FieldId, FieldValue> values, FieldId field, @Nullable T column, Function<T, FieldValue> value) {
        if (column != null) {
            values.put(field, value.apply(column));
        }
    }

    private static @Nullable String takeCode(Map<FieldId, FieldValue> rest, FieldId field) {
        if (rest.get(field) instanceof CodeValue code && code.code().length() <= LONGEST_CODE) {
            rest.remove(field);
            return code.code();
        }
        return null;
    }

    private static @Nullable Integer takeAge(Map<FieldId, FieldValue> rest) {
        FieldId field = CaseEntity.AGE.field();
        if (rest.get(field) instanceof IntegerValue age && age.number() == (int) age.number()) {
            rest.remove(field);
            return (int) age.number();
        }
        return null;
    }

    /** Keeps the text that is stored when it means the same: databases write JSON in their own way. */
    private static @Nullable String takeList(Map<FieldId, FieldValue> rest, FieldId field, @Nullable String stored) {
        FieldValue value = rest.get(field);
        if (!(value instanceof CodesValue) && !(value instanceof RowsValue)) {
            return null;
        }
        rest.remove(field);
        return stored != null
                        && ValuesJson.value(ValuesJson.MAPPER.readTree(stored)).equals(value)
                ? stored
                : ValuesJson.node(value).toString();
    }
}
