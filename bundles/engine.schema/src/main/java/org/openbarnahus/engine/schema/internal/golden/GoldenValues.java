// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.golden;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.engine.schema.internal.pack.Piece;
import org.openbarnahus.engine.schema.internal.pack.Piece.Mapping;
import org.openbarnahus.engine.schema.internal.pack.Piece.Member;
import org.openbarnahus.engine.schema.internal.pack.Piece.Scalar;
import org.openbarnahus.engine.schema.internal.pack.Piece.Sequence;

/** Reads the values of an example case by the types of their fields; what does not fit is a problem of the case. */
final class GoldenValues {
    private final SchemaSnapshot snapshot;
    private final List<Problem> problems;

    GoldenValues(SchemaSnapshot snapshot, List<Problem> problems) {
        this.snapshot = snapshot;
        this.problems = problems;
    }

    FieldValues read(Optional<Piece> piece) {
        Map<FieldId, FieldValue> values = new TreeMap<>();
        if (piece.orElse(null) instanceof Mapping mapping) {
            mapping.members().forEach((id, member) -> {
                Optional<FieldDefinition> field =
                        FieldId.isValid(id) ? snapshot.field(FieldId.of(id)) : Optional.empty();
                if (field.isEmpty()) {
                    problems.add(Problem.at(ErrorCode.UNKNOWN_FIELD, id));
                    return;
                }
                value(field.get(), member.value())
                        .ifPresent(v -> values.put(field.get().id(), v));
            });
        }
        return new FieldValues(values);
    }

    private Optional<FieldValue> value(FieldDefinition field, Piece piece) {
        try {
            return Optional.of(
                    switch (field.type()) {
                        case CODE, YES_NO_UNKNOWN -> new FieldValue.CodeValue(text(piece));
                        case CODE_MULTI -> codes(piece);
                        case DATE -> new FieldValue.DateValue(LocalDate.parse(text(piece)));
                        case INTEGER -> new FieldValue.IntegerValue(Long.parseLong(text(piece)));
                        case TEXT -> new FieldValue.TextValue(text(piece));
                        case ROWS -> rows(piece);
                    });
        } catch (IllegalArgumentException | DateTimeException e) {
            problems.add(Problem.at(ErrorCode.WRONG_TYPE, field.id().value()));
            return Optional.empty();
        }
    }

    private static String text(@Nullable Piece piece) {
        if (piece instanceof Scalar scalar && !scalar.isNull()) {
            return scalar.text();
        }
        throw new IllegalArgumentException("no text");
    }

    private static FieldValue codes(Piece piece) {
        List<String> codes = new ArrayList<>();
        String main = null;
        for (Piece item : items(piece)) {
            if (item instanceof Mapping mapping) {
                codes.add(text(member(mapping, "code")));
                Piece mark = member(mapping, "main");
                main = mark != null && text(mark).equals("true") ? codes.getLast() : main;
            } else {
                codes.add(text(item));
            }
        }
        return new FieldValue.CodesValue(codes, main);
    }

    private static FieldValue rows(Piece piece) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Piece item : items(piece)) {
            Map<String, String> row = new TreeMap<>();
            if (item instanceof Mapping mapping) {
                mapping.members().forEach((name, member) -> row.put(name, text(member.value())));
            }
            rows.add(row);
        }
        return new FieldValue.RowsValue(rows);
    }

    private static List<Piece> items(Piece piece) {
        if (piece instanceof Sequence sequence) {
            return sequence.items();
        }
        throw new IllegalArgumentException("no list");
    }

    private static @Nullable Piece member(Mapping mapping, String name) {
        Member member = mapping.members().get(name);
        return member == null ? null : member.value();
    }
}
