// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.CodeList;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.FieldType;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.FieldId;

/** What is asked of an indicator: a half-open period, and codes that case fields must have. */
record Question(LocalDate from, LocalDate to, Map<FieldId, Set<String>> filter) {
    private static final int MOST_YEARS = 100;
    private static final Set<FieldType> CODED =
            Set.of(FieldType.CODE, FieldType.CODE_MULTI, FieldType.YES_NO_UNKNOWN, FieldType.ROWS);

    /** Everything wrong with it under the snapshot; empty when nothing is. */
    List<Problem> problems(SchemaSnapshot snapshot) {
        List<Problem> problems = new ArrayList<>();
        if (!from.isBefore(to)) {
            problems.add(Problem.at(
                    ErrorCode.DATE_BEFORE, "to", "other", from.plusDays(1).toString()));
        } else if (from.plusYears(MOST_YEARS).isBefore(to)) {
            problems.add(Problem.at(
                    ErrorCode.TOO_LARGE, "to", "max", from.plusYears(MOST_YEARS).toString()));
        }
        filter.forEach((field, codes) -> snapshot.field(field)
                .filter(f -> f.askedIn(Scope.CASE))
                .ifPresentOrElse(
                        f -> check(f, codes, snapshot, problems),
                        () -> problems.add(Problem.at(ErrorCode.UNKNOWN_FIELD, field.value()))));
        return problems;
    }

    /** Whether the page of indicators asks so by itself: all cases of the last 12 months, of this year so far or of last year. */
    boolean ordinary(LocalDate today) {
        LocalDate tomorrow = today.plusDays(1);
        LocalDate newYear = today.withDayOfYear(1);
        boolean named = (to.equals(tomorrow)
                        && (from.equals(newYear)
                                || from.equals(today.minusYears(1).plusDays(1))))
                || (to.equals(newYear) && from.equals(newYear.minusYears(1)));
        return named && filter.isEmpty();
    }

    /** The same for the same question, however it was put. */
    String text() {
        Map<String, Set<String>> sorted = new TreeMap<>();
        filter.forEach((field, codes) -> sorted.put(field.value(), new TreeSet<>(codes)));
        return from + "/" + to + " " + sorted;
    }

    private static void check(
            FieldDefinition field, Set<String> codes, SchemaSnapshot snapshot, List<Problem> problems) {
        if (!CODED.contains(field.type())) {
            problems.add(Problem.at(ErrorCode.WRONG_TYPE, field.id().value()));
        } else if (codes.stream().anyMatch(code -> lists(field).stream().noneMatch(l -> known(snapshot, l, code)))) {
            problems.add(Problem.at(ErrorCode.UNKNOWN_CODE, field.id().value()));
        }
    }

    private static List<String> lists(FieldDefinition field) {
        return switch (field.type()) {
            case ROWS -> field.columns().stream().map(c -> c.codeList()).toList();
            case YES_NO_UNKNOWN -> List.of("yes_no_unknown");
            default -> field.codeList().stream().toList();
        };
    }

    /** A code that a pack has taken away since may still be asked for where cases have it: hidden and ended codes are known. */
    private static boolean known(SchemaSnapshot snapshot, String list, String code) {
        return snapshot.codeList(list).flatMap((CodeList l) -> l.find(code)).isPresent();
    }
}
