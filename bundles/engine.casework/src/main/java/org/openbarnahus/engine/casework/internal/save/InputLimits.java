// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.casework.internal.save;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.model.value.PlainText;

/** Bounds that no pack can widen: they keep hostile input from costing time or reading as something else. */
final class InputLimits {
    static final int MAX_FIELDS = 200;
    static final int MAX_TEXT = 20_000;
    static final int MAX_ITEMS = 200;
    static final int MAX_YEARS_BACK = 20;

    private InputLimits() {}

    /** What breaks a bound; when there are too many fields, nothing else is looked at. */
    static List<Problem> problems(FieldValues values) {
        if (values.map().size() > MAX_FIELDS) {
            return List.of(Problem.at(ErrorCode.TOO_MANY, "", "max", Integer.toString(MAX_FIELDS)));
        }
        List<Problem> problems = new ArrayList<>();
        for (Map.Entry<FieldId, FieldValue> entry : values.map().entrySet()) {
            problem(entry.getKey().value(), entry.getValue()).ifPresent(problems::add);
        }
        return problems;
    }

    /** A day that cannot be meant: after today, or so long ago that the year was mistyped. */
    static Optional<Problem> day(String path, LocalDate day, LocalDate today) {
        LocalDate earliest = today.minusYears(MAX_YEARS_BACK);
        if (day.isAfter(today)) {
            return Optional.of(Problem.at(ErrorCode.DATE_IN_FUTURE, path));
        }
        return day.isBefore(earliest)
                ? Optional.of(Problem.at(ErrorCode.DATE_BEFORE, path, "other", earliest.toString()))
                : Optional.empty();
    }

    private static Optional<Problem> problem(String path, FieldValue value) {
        return switch (value) {
            case FieldValue.TextValue text -> text(path, text.text());
            case FieldValue.CodesValue codes -> items(path, codes.codes().size());
            case FieldValue.RowsValue rows -> items(path, rows.rows().size());
            case FieldValue.CodeValue code -> Optional.empty();
            case FieldValue.DateValue date -> Optional.empty();
            case FieldValue.IntegerValue number -> Optional.empty();
        };
    }

    private static Optional<Problem> items(String path, int count) {
        return count > MAX_ITEMS
                ? Optional.of(Problem.at(ErrorCode.TOO_MANY, path, "max", Integer.toString(MAX_ITEMS)))
                : Optional.empty();
    }

    private static Optional<Problem> text(String path, String text) {
        if (text.length() > MAX_TEXT) {
            return Optional.of(Problem.at(ErrorCode.TOO_LONG, path, "max", Integer.toString(MAX_TEXT)));
        }
        return PlainText.isPlain(text)
                ? Optional.empty()
                : Optional.of(Problem.at(ErrorCode.FORBIDDEN_CHARACTER, path));
    }
}
