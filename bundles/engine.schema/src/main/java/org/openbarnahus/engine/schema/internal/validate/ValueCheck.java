// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.validate;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.CodeEntry;
import org.openbarnahus.core.model.schema.CodeList;
import org.openbarnahus.core.model.schema.Column;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.FieldType;
import org.openbarnahus.core.model.schema.Limits;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValue.CodesValue;
import org.openbarnahus.core.model.value.FieldValue.DateValue;
import org.openbarnahus.core.model.value.FieldValue.IntegerValue;
import org.openbarnahus.core.model.value.FieldValue.RowsValue;
import org.openbarnahus.core.model.value.FieldValue.TextValue;
import org.openbarnahus.core.model.value.PlainText;

/** Judges one value against its field's definition. */
final class ValueCheck {
    /** Nothing a Barnahus records lies before it; refuses mistyped years. */
    static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private static final int FARTHEST_YEARS = 50;

    private final SchemaSnapshot snapshot;
    private final LocalDate day;
    private final LocalDate today;
    private final List<Problem> problems;

    ValueCheck(SchemaSnapshot snapshot, LocalDate day, LocalDate today, List<Problem> problems) {
        this.snapshot = snapshot;
        this.day = day;
        this.today = today;
        this.problems = problems;
    }

    void check(FieldDefinition field, FieldValue value) {
        String path = field.id().value();
        Limits limits = field.limits();
        switch (value) {
            case CodeValue code when field.type() == FieldType.CODE -> code(field.codeList(), code.code(), path);
            case CodeValue code
            when field.type() == FieldType.YES_NO_UNKNOWN -> code(Optional.of("yes_no_unknown"), code.code(), path);
            case CodesValue codes
            when field.type() == FieldType.CODE_MULTI -> {
                tooMany(codes.codes().size(), limits, path);
                codes.codes().forEach(c -> code(field.codeList(), c, path));
            }
            case DateValue date when field.type() == FieldType.DATE -> date(date.date(), limits.notInFuture(), path);
            case IntegerValue number when field.type() == FieldType.INTEGER -> number(number.number(), limits, path);
            case TextValue text when field.type() == FieldType.TEXT -> text(text.text(), limits, path);
            case RowsValue rows
            when field.type() == FieldType.ROWS -> {
                tooMany(rows.rows().size(), limits, path);
                rows.rows().forEach(row -> row(field, row, path));
            }
            default -> problems.add(Problem.at(ErrorCode.WRONG_TYPE, path));
        }
    }

    private void code(Optional<String> list, String code, String path) {
        Optional<CodeEntry> entry = list.flatMap(snapshot::codeList)
                .flatMap((CodeList l) -> l.find(code))
                .filter(e -> !e.hidden());
        if (entry.isEmpty()) {
            problems.add(Problem.at(ErrorCode.UNKNOWN_CODE, path));
        } else if (!entry.get().validOn(day)) {
            problems.add(Problem.at(ErrorCode.CODE_NOT_VALID_ON_DATE, path, "date", day.toString()));
        }
    }

    void date(LocalDate date, boolean notInFuture, String path) {
        if (date.isBefore(EARLIEST)) {
            problems.add(Problem.at(ErrorCode.DATE_BEFORE, path, "other", EARLIEST.toString()));
        }
        if (date.isAfter(notInFuture ? today : today.plusYears(FARTHEST_YEARS))) {
            problems.add(Problem.at(ErrorCode.DATE_IN_FUTURE, path));
        }
    }

    private void number(long number, Limits limits, String path) {
        Long min = limits.min();
        Long max = limits.max();
        if (min != null && number < min) {
            problems.add(Problem.at(ErrorCode.TOO_SMALL, path, "min", min.toString()));
        }
        if (max != null && number > max) {
            problems.add(Problem.at(ErrorCode.TOO_LARGE, path, "max", max.toString()));
        }
    }

    private void text(String text, Limits limits, String path) {
        Integer max = limits.maxLength();
        if (max != null && text.codePointCount(0, text.length()) > max) {
            problems.add(Problem.at(ErrorCode.TOO_LONG, path, "max", max.toString()));
        }
        if (!PlainText.isPlain(text)) {
            problems.add(Problem.at(ErrorCode.FORBIDDEN_CHARACTER, path));
        }
    }

    private void tooMany(int size, Limits limits, String path) {
        Integer max = limits.maxLength();
        if (max != null && size > max) {
            problems.add(Problem.at(ErrorCode.TOO_MANY, path, "max", max.toString()));
        }
    }

    private void row(FieldDefinition field, Map<String, String> row, String path) {
        Set<String> known = new HashSet<>();
        for (Column column : field.columns()) {
            known.add(column.name());
            @Nullable String code = row.get(column.name());
            if (code != null) {
                code(Optional.of(column.codeList()), code, path);
            } else if (column.required()) {
                problems.add(Problem.at(ErrorCode.REQUIRED, path, "column", column.name()));
            }
        }
        if (!known.containsAll(row.keySet())) {
            problems.add(Problem.at(ErrorCode.UNKNOWN_FIELD, path));
        }
    }
}
