// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.casefile;

import java.util.OptionalLong;
import java.util.Set;
import org.openbarnahus.core.model.condition.EventSubject;
import org.openbarnahus.core.model.value.FieldId;

/** A timeline entry as a condition sees it. */
public record EntrySubject(TimelineEntry entry) implements EventSubject {
    @Override
    public long epochDay() {
        return entry.date().toEpochDay();
    }

    @Override
    public boolean has(FieldId field) {
        return entry.values().has(field);
    }

    @Override
    public boolean anyCode(FieldId field, Set<String> codes) {
        return entry.values().codes(field).stream().anyMatch(codes::contains);
    }

    @Override
    public OptionalLong number(FieldId field) {
        return entry.values().number(field);
    }

    @Override
    public OptionalLong epochDay(FieldId field) {
        return ValuesSubject.epochDay(entry.values(), field);
    }
}
