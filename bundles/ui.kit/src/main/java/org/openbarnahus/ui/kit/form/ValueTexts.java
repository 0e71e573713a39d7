// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.ui.kit.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.FieldType;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValue.CodesValue;
import org.openbarnahus.core.model.value.FieldValue.DateValue;
import org.openbarnahus.core.model.value.FieldValue.IntegerValue;
import org.openbarnahus.core.model.value.FieldValue.RowsValue;
import org.openbarnahus.core.model.value.FieldValue.TextValue;
import org.openbarnahus.ui.kit.text.Texts;

/** Recorded values in the reader's words. What the schema does not know is shown as its id or code, never left out. */
public record ValueTexts(SchemaSnapshot snapshot, Texts texts) {
    /** Name of the field. */
    public String label(FieldId field) {
        return snapshot.label(locale(), "field." + field);
    }

    /** The value as one text; several codes are separated by commas, rows by semicolons. */
    public String text(FieldId field, FieldValue value) {
        Optional<FieldDefinition> definition = snapshot.field(field);
        return switch (value) {
            case CodeValue c -> code(listOf(definition), c.code());
            case CodesValue c -> codes(listOf(definition), c);
            case DateValue d -> texts.date(d.date());
            case IntegerValue n -> String.valueOf(n.number());
            case TextValue t -> t.text();
            case RowsValue r ->
                r.rows().stream().map(row -> row(definition, row)).collect(Collectors.joining("; "));
        };
    }

    private String codes(String list, CodesValue value) {
        return value.codes().stream()
                .map(c -> c.equals(value.main()) ? code(list, c) + " " + texts.get("kit.is-main") : code(list, c))
                .collect(Collectors.joining(", "));
    }

    private String row(Optional<FieldDefinition> definition, Map<String, String> row) {
        List<String> lists = definition.stream()
                .flatMap(d -> d.columns().stream())
                .filter(c -> row.containsKey(c.name()))
                .map(c -> code(c.codeList(), row.getOrDefault(c.name(), "")))
                .toList();
        return String.join(", ", lists.isEmpty() ? row.values() : lists);
    }

    private String code(String list, String code) {
        return snapshot.codeLabel(locale(), list, code);
    }

    private static String listOf(Optional<FieldDefinition> definition) {
        return definition
                .flatMap(d -> d.type() == FieldType.YES_NO_UNKNOWN ? Optional.of("yes_no_unknown") : d.codeList())
                .orElse("");
    }

    private Locale locale() {
        return texts.locale();
    }
}
