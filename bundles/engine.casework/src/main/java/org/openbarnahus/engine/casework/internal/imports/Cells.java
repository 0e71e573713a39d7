// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.imports;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Outcome;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.Column;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.value.FieldValue;

/** Turns the text of a cell into a value of the field, or says why not. Bounds and conditions are the schema gate's business. */
final class Cells {
    private static final DateTimeFormatter NORDIC =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern SEPARATOR = Pattern.compile("\\|");
    private static final Pattern PART = Pattern.compile("/");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

    private final Labels labels;

    Cells(Labels labels) {
        this.labels = labels;
    }

    /**
     * @param day on which codes must be in use
     */
    Outcome<FieldValue> value(FieldDefinition field, String cell, LocalDate day) {
        String list = field.codeList().orElse("yes_no_unknown");
        return switch (field.type()) {
            case CODE, YES_NO_UNKNOWN -> code(field, list, cell, day).map(FieldValue.CodeValue::new);
            case CODE_MULTI -> codes(field, list, cell, day);
            case DATE ->
                date(cell)
                        .<Outcome<FieldValue>>map(d -> Outcome.done(new FieldValue.DateValue(d)))
                        .orElseGet(() -> wrong(field));
            case INTEGER ->
                NUMBER.matcher(cell).matches()
                        ? Outcome.done(new FieldValue.IntegerValue(Long.parseLong(cell)))
                        : wrong(field);
            case TEXT -> Outcome.done(new FieldValue.TextValue(cell));
            case ROWS -> rows(field, cell, day);
        };
    }

    /** 2026-01-31 or 31.1.2026. */
    static Optional<LocalDate> date(String cell) {
        try {
            return Optional.of(cell.indexOf('.') > 0 ? LocalDate.parse(cell, NORDIC) : LocalDate.parse(cell));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Outcome<String> code(FieldDefinition field, String list, String cell, LocalDate day) {
        return labels.code(list, cell, day)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(
                        Problem.at(ErrorCode.UNKNOWN_CODE, field.id().value())));
    }

    /** {@code physical_other*|psychological}: the star marks the main one, before or after it. */
    private Outcome<FieldValue> codes(FieldDefinition field, String list, String cell, LocalDate day) {
        Set<String> codes = new LinkedHashSet<>();
        @Nullable String main = null;
        for (String part : SEPARATOR.split(cell)) {
            String text = part.strip();
            boolean starred = text.startsWith("*") || text.endsWith("*");
            Outcome<String> code = code(field, list, text.replace("*", "").strip(), day);
            if (code instanceof Outcome.Refused<String> refused) {
                return Outcome.refused(refused.problems());
            }
            boolean fresh = codes.add(code.orElseThrow());
            if (!fresh || (starred && main != null)) {
                return wrong(field);
            }
            main = starred ? code.orElseThrow() : main;
        }
        return codes.isEmpty() ? wrong(field) : Outcome.done(new FieldValue.CodesValue(List.copyOf(codes), main));
    }

    /** {@code father/adult/male|unknown}: one row per bar, its columns in the order of the field's definition. */
    private Outcome<FieldValue> rows(FieldDefinition field, String cell, LocalDate day) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String part : SEPARATOR.split(cell)) {
            String[] texts = PART.split(part, -1);
            if (texts.length > field.columns().size()) {
                return wrong(field);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < texts.length; i++) {
                Column column = field.columns().get(i);
                if (!texts[i].isBlank()) {
                    Outcome<String> code = code(field, column.codeList(), texts[i].strip(), day);
                    if (code instanceof Outcome.Refused<String> refused) {
                        return Outcome.refused(refused.problems());
                    }
                    row.put(column.name(), code.orElseThrow());
                }
            }
            if (row.isEmpty()) {
                return wrong(field);
            }
            rows.add(row);
        }
        return rows.isEmpty() ? wrong(field) : Outcome.done(new FieldValue.RowsValue(rows));
    }

    private static Outcome<FieldValue> wrong(FieldDefinition field) {
        return Outcome.refused(Problem.at(ErrorCode.WRONG_TYPE, field.id().value()));
    }
}
