// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.casefile;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.openbarnahus.core.model.condition.EventSubject;
import org.openbarnahus.core.model.condition.Subject;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValues;

/** Field values alone as a condition sees them: a form being filled in. */
public record ValuesSubject(FieldValues values) implements Subject {
    @Override
    public boolean has(FieldId field) {
        return values.has(field);
    }

    @Override
    public boolean anyCode(FieldId field, Set<String> codes) {
        return values.codes(field).stream().anyMatch(codes::contains);
    }

    @Override
    public OptionalLong number(FieldId field) {
        return values.number(field);
    }

    @Override
    public OptionalLong epochDay(FieldId field) {
        return epochDay(values, field);
    }

    @Override
    public List<? extends EventSubject> events(String activityType) {
        return List.of();
    }

    static OptionalLong epochDay(FieldValues values, FieldId field) {
        return values.date(field).map(d -> OptionalLong.of(d.toEpochDay())).orElse(OptionalLong.empty());
    }
}
