// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.condition.EventSubject;
import org.openbarnahus.core.model.fact.CaseFacts;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.value.FieldId;

/**
 * What is countable about the cases of one house, in columns. A scan sees every case as of one moment: a change waits until
 * running scans are over (some ten milliseconds for a hundred thousand cases).
 */
final class FactTable {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<CaseId, Integer> rows = new HashMap<>();
    private final List<String> states = new ArrayList<>();
    private final Columns values = new Columns();
    private final Map<String, EventTable> events = new HashMap<>();

    /** Adds the case, or replaces what was known of it. */
    void put(CaseHistory history) {
        locked(lock.writeLock(), () -> write(history));
    }

    /** Shows every case to the visitor; the facts are valid only during the call. */
    void scan(Consumer<CaseFacts> visitor) {
        locked(lock.readLock(), () -> {
            Row row = new Row();
            for (row.index = 0; row.index < states.size(); row.index++) {
                visitor.accept(row);
            }
        });
    }

    int cases() {
        return states.size();
    }

    private void write(CaseHistory history) {
        int row = rows.computeIfAbsent(history.file().id(), id -> rows.size());
        String state = history.file().state().code();
        if (row == states.size()) {
            states.add(state);
        } else {
            states.set(row, state);
        }
        values.write(row, history.file().values());
        Map<String, List<TimelineEntry>> byType =
                history.timeline().stream().collect(Collectors.groupingBy(TimelineEntry::type));
        byType.keySet().forEach(type -> events.computeIfAbsent(type, t -> new EventTable()));
        events.forEach((type, table) -> table.write(row, byType.getOrDefault(type, List.of())));
    }

    private static void locked(Lock lock, Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** One case at a time; the same object for all of them. */
    private final class Row implements CaseFacts {
        private int index;

        @Override
        public String state() {
            return states.get(index);
        }

        @Override
        public List<String> codes(FieldId field) {
            return values.codes(field, index);
        }

        @Override
        public boolean has(FieldId field) {
            return values.has(field, index);
        }

        @Override
        public boolean anyCode(FieldId field, Set<String> codes) {
            return values.anyCode(field, codes, index);
        }

        @Override
        public OptionalLong number(FieldId field) {
            return values.number(field, index);
        }

        @Override
        public OptionalLong epochDay(FieldId field) {
            return values.epochDay(field, index);
        }

        @Override
        public List<? extends EventSubject> events(String activityType) {
            EventTable table = events.get(activityType);
            return table == null ? List.of() : table.of(index);
        }
    }
}
