// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.condition.EventSubject;
import org.openbarnahus.core.model.value.FieldId;

/**
 * The events of one activity type. Each case has a chain of them, oldest first; places that a changed case gives up are used
 * again.
 */
final class EventTable {
    private final IntColumn firstOfCase = new IntColumn();
    private final IntColumn next = new IntColumn();
    private final IntColumn days = new IntColumn();
    private final Columns values = new Columns();
    private final IntColumn free = new IntColumn();
    private int freeCount;
    private int size;

    /** Replaces the case's events. */
    void write(int caseRow, List<TimelineEntry> entries) {
        release(caseRow);
        int following = IntColumn.ABSENT;
        for (TimelineEntry entry : entries.reversed()) {
            int place = freeCount > 0 ? free.get(--freeCount) : size++;
            days.set(place, (int) entry.date().toEpochDay());
            values.write(place, entry.values());
            next.set(place, following);
            following = place;
        }
        firstOfCase.set(caseRow, following);
    }

    private void release(int caseRow) {
        for (int place = firstOfCase.get(caseRow); place != IntColumn.ABSENT; place = next.get(place)) {
            values.clear(place);
            free.set(freeCount++, place);
        }
        firstOfCase.clear(caseRow);
    }

    /** How many places are in use. */
    int count() {
        return size - freeCount;
    }

    List<EventSubject> of(int caseRow) {
        int place = firstOfCase.get(caseRow);
        if (place == IntColumn.ABSENT) {
            return List.of();
        }
        List<EventSubject> events = new ArrayList<>(2);
        for (; place != IntColumn.ABSENT; place = next.get(place)) {
            events.add(new Event(place));
        }
        return events;
    }

    private final class Event implements EventSubject {
        private final int place;

        Event(int place) {
            this.place = place;
        }

        @Override
        public long epochDay() {
            return days.get(place);
        }

        @Override
        public boolean has(FieldId field) {
            return values.has(field, place);
        }

        @Override
        public boolean anyCode(FieldId field, Set<String> codes) {
            return values.anyCode(field, codes, place);
        }

        @Override
        public OptionalLong number(FieldId field) {
            return values.number(field, place);
        }

        @Override
        public OptionalLong epochDay(FieldId field) {
            return values.epochDay(field, place);
        }
    }
}
