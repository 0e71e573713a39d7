// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A recorded value. An absent value is an absent entry in {@link FieldValues}, never a null or an empty text. */
public sealed interface FieldValue {

    /** One code of a code list; also yes, no, unknown. */
    record CodeValue(String code) implements FieldValue {}

    /** Several codes of one list without repetition, at least one; {@code main} is one of them or null. */
    record CodesValue(List<String> codes, @Nullable String main) implements FieldValue {
        public CodesValue {
            codes = List.copyOf(codes);
            if (codes.isEmpty() || codes.stream().distinct().count() != codes.size()) {
                throw new IllegalArgumentException("codes must be one or more, each once");
            }
            if (main != null && !codes.contains(main)) {
                throw new IllegalArgumentException("the main code must be one of the codes");
            }
        }
    }

    /** A calendar date in the service's time zone. */
    record DateValue(LocalDate date) implements FieldValue {}

    /** A whole number; its unit is said by the field's definition. */
    record IntegerValue(long number) implements FieldValue {}

    /** Free text: screened before it is kept, encrypted where it is stored, never in facts, logs or summaries. */
    record TextValue(String text) implements FieldValue {
        public TextValue {
            if (text.isBlank()) {
                throw new IllegalArgumentException("an empty text is an absent value");
            }
        }

        /** Keeps free text out of logs and messages. */
        @Override
        public String toString() {
            return "TextValue[" + text.length() + " characters]";
        }
    }

    /** Rows of coded columns (suspects, participants): column name to code; at least one row, no empty row. */
    record RowsValue(List<Map<String, String>> rows) implements FieldValue {
        public RowsValue {
            if (rows.isEmpty() || rows.stream().anyMatch(Map::isEmpty)) {
                throw new IllegalArgumentException("rows must be one or more, none empty");
            }
            rows = rows.stream().map(RowsValue::sorted).toList();
        }

        private static Map<String, String> sorted(Map<String, String> row) {
            return java.util.Collections.unmodifiableMap(new TreeMap<>(row));
        }
    }
}
