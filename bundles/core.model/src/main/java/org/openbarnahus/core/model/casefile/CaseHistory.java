// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.core.model.casefile;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.openbarnahus.core.model.condition.EventSubject;
import org.openbarnahus.core.model.condition.Subject;
import org.openbarnahus.core.model.value.FieldId;

/** A case with its timeline, oldest first and without removed entries: what legal rules look at. */
public record CaseHistory(CaseFile file, List<TimelineEntry> timeline) implements Subject {
    public CaseHistory {
        timeline = timeline.stream()
                .filter(e -> !e.removed())
                .sorted(Comparator.comparing(TimelineEntry::date)
                        .thenComparing(e -> e.entered().at()))
                .toList();
    }

    /** The timeline entries of the type, oldest first. */
    public List<TimelineEntry> entries(String type) {
        return timeline.stream().filter(e -> e.type().equals(type)).toList();
    }

    @Override
    public boolean has(FieldId field) {
        return file.values().has(field);
    }

    @Override
    public boolean anyCode(FieldId field, Set<String> codes) {
        return file.values().codes(field).stream().anyMatch(codes::contains);
    }

    @Override
    public OptionalLong number(FieldId field) {
        return file.values().number(field);
    }

    @Override
    public OptionalLong epochDay(FieldId field) {
        return ValuesSubject.epochDay(file.values(), field);
    }

    @Override
    public List<? extends EventSubject> events(String activityType) {
        return entries(activityType).stream().map(EntrySubject::new).toList();
    }
}
