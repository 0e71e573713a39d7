// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.schema.internal.validate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openbarnahus.core.model.casefile.ValuesSubject;
import org.openbarnahus.core.model.condition.Subject;
import org.openbarnahus.core.model.outcome.ErrorCode;
import org.openbarnahus.core.model.outcome.Problem;
import org.openbarnahus.core.model.schema.FieldDefinition;
import org.openbarnahus.core.model.schema.Requirement;
import org.openbarnahus.core.model.schema.SchemaSnapshot;
import org.openbarnahus.core.model.schema.Scope;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldValues;

/**
 * Everything wrong with the values of a case or an activity. The date of report may lie after the date of the case: the core
 * list asks for a warning there, not for a refusal.
 */
public final class Validation {
    private static final String ACTIVITY = "activity:";

    private final SchemaSnapshot snapshot;
    private final Scope scope;
    private final FieldValues values;
    private final boolean closing;
    private final Subject subject;
    private final List<Problem> problems = new ArrayList<>();

    private Validation(SchemaSnapshot snapshot, Scope scope, FieldValues values, boolean closing) {
        this.snapshot = snapshot;
        this.scope = scope;
        this.values = values;
        this.closing = closing;
        this.subject = new ValuesSubject(values);
    }

    /**
     * @param day the case's or activity's date, on which codes must be valid
     * @param today for dates that must not lie in the future
     * @param closing also ask for what is required before closure
     * @return in no particular order, empty when all is well
     */
    public static List<Problem> of(
            SchemaSnapshot snapshot, Scope scope, FieldValues values, LocalDate day, LocalDate today, boolean closing) {
        Validation validation = new Validation(snapshot, scope, values, closing);
        ValueCheck check = new ValueCheck(snapshot, day, today, validation.problems);
        if (!scope.equals(Scope.CASE)) {
            String type = scope.value().substring(ACTIVITY.length());
            if (snapshot.activityType(type).isEmpty()) {
                return List.of(Problem.at(ErrorCode.UNKNOWN_ACTIVITY, "type"));
            }
            check.date(day, true, "date");
        }
        validation.given(check);
        validation.missing();
        validation.contradictions();
        return validation.problems.stream().distinct().toList();
    }

    private void given(ValueCheck check) {
        values.map().forEach((id, value) -> {
            FieldDefinition field =
                    snapshot.field(id).filter(f -> f.askedIn(scope)).orElse(null);
            if (field == null) {
                problems.add(Problem.at(ErrorCode.UNKNOWN_FIELD, id.value()));
            } else if (!field.showIf().test(subject)) {
                problems.add(Problem.at(ErrorCode.NOT_APPLICABLE, id.value()));
            } else {
                check.check(field, value);
            }
        });
    }

    private void missing() {
        for (FieldDefinition field : snapshot.required(scope)) {
            if (values.has(field.id()) || !field.showIf().test(subject)) {
                continue;
            }
            if (field.required() == Requirement.NOW) {
                problems.add(Problem.at(ErrorCode.REQUIRED, field.id().value()));
            } else if (closing && field.required() == Requirement.BEFORE_CLOSURE) {
                problems.add(
                        Problem.at(ErrorCode.REQUIRED_BEFORE_CLOSURE, field.id().value()));
            }
        }
    }

    /** What has led to prosecution has led to a police report; a report not recorded yet contradicts nothing. */
    private void contradictions() {
        boolean prosecuted =
                values.code(CoreField.PROSECUTION).filter("yes"::equals).isPresent();
        boolean unreported = values.code(CoreField.POLICE_REPORT)
                .filter(c -> !c.equals("yes"))
                .isPresent();
        if (scope.equals(Scope.CASE) && prosecuted && unreported) {
            problems.add(Problem.at(
                    ErrorCode.CONTRADICTION, CoreField.POLICE_REPORT.value(), "other", CoreField.PROSECUTION.value()));
        }
    }
}
