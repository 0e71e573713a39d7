// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbarnahus.core.model.casefile.ValuesSubject;
import org.openbarnahus.core.model.schema.CodeEntry;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValues;

/** Collects values for one form. What the schema does not ask for there, or does not know, is left out silently. */
final class Sheaf {
    private final SchemaSnapshot law;
    private final Scope scope;
    private final LocalDate day;
    private final Map<FieldId, FieldValue> values = new TreeMap<>();

    Sheaf(SchemaSnapshot law, Scope scope, LocalDate day) {
        this.law = law;
        this.scope = scope;
        this.day = day;
    }

    Sheaf code(String field, String code) {
        return asked(field).filter(f -> known(f, code)).isPresent() ? put(field, new FieldValue.CodeValue(code)) : this;
    }

    /** The first is the main one when {@code main}. */
    Sheaf codes(String field, boolean main, List<String> codes) {
        Optional<FieldDefinition> definition = asked(field);
        List<String> known = codes.stream()
                .distinct()
                .filter(c -> definition.filter(f -> known(f, c)).isPresent())
                .toList();
        return known.isEmpty() ? this : put(field, new FieldValue.CodesValue(known, main ? known.getFirst() : null));
    }

    Sheaf date(String field, LocalDate date) {
        return put(field, new FieldValue.DateValue(date));
    }

    Sheaf number(String field, long number) {
        return put(field, new FieldValue.IntegerValue(number));
    }

    Sheaf text(String field, String text) {
        return text.isEmpty() ? this : put(field, new FieldValue.TextValue(text));
    }

    Sheaf rows(String field, List<Map<String, String>> rows) {
        return rows.isEmpty() ? this : put(field, new FieldValue.RowsValue(rows));
    }

    FieldValues values() {
        return new FieldValues(values);
    }

    private Sheaf put(String field, FieldValue value) {
        asked(field).ifPresent(f -> values.put(f.id(), value));
        return this;
    }

    /** Fields that others depend on are put before them. */
    private Optional<FieldDefinition> asked(String field) {
        return law.field(FieldId.of(field))
                .filter(f -> f.askedIn(scope))
                .filter(f -> f.showIf().test(new ValuesSubject(new FieldValues(values))));
    }

    private boolean known(FieldDefinition field, String code) {
        return law.codeList(field.codeList().orElse("yes_no_unknown"))
                .flatMap(list -> list.find(code))
                .filter(e -> usable(e))
                .isPresent();
    }

    private boolean usable(CodeEntry entry) {
        return !entry.hidden() && entry.validOn(day);
    }
}
