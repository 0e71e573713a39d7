// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.engine.indicators.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.casefile.Stamp;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.id.CaseNumber;
import org.openbarnahus.core.model.id.EntryId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.id.SnapshotId;
import org.openbarnahus.core.model.id.UserId;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValues;

/** Builds a case as a test needs it. */
final class Cases {
    static final ServiceId HOUSE = new ServiceId(new UUID(0, 7));
    private static final SnapshotId SNAPSHOT = new SnapshotId("s0123456789abcdef");
    private static final Stamp STAMP = new Stamp(Instant.EPOCH, new UserId(new UUID(0, 1)));

    private final CaseId id;
    private final Map<FieldId, FieldValue> values = new TreeMap<>();
    private final List<TimelineEntry> timeline = new ArrayList<>();
    private CaseState state = new CaseState.Referred();

    private Cases(int number) {
        id = new CaseId(new UUID(1, number));
    }

    static Cases aCase(int number) {
        return new Cases(number);
    }

    CaseId id() {
        return id;
    }

    Cases closed(String day) {
        state = new CaseState.Closed(LocalDate.parse(day), "completed");
        return this;
    }

    Cases code(String field, String code) {
        values.put(FieldId.of(field), new FieldValue.CodeValue(code));
        return this;
    }

    Cases codes(String field, String... codes) {
        values.put(FieldId.of(field), new FieldValue.CodesValue(List.of(codes), null));
        return this;
    }

    Cases rows(String field, Map<String, String> row) {
        values.put(FieldId.of(field), new FieldValue.RowsValue(List.of(row)));
        return this;
    }

    Cases date(String field, String day) {
        return date(field, LocalDate.parse(day));
    }

    Cases date(String field, LocalDate day) {
        values.put(FieldId.of(field), new FieldValue.DateValue(day));
        return this;
    }

    Cases number(String field, long number) {
        values.put(FieldId.of(field), new FieldValue.IntegerValue(number));
        return this;
    }

    Cases text(String field, String text) {
        values.put(FieldId.of(field), new FieldValue.TextValue(text));
        return this;
    }

    Cases event(String type, String day) {
        return event(type, LocalDate.parse(day), Map.of());
    }

    Cases event(String type, LocalDate day, Map<FieldId, FieldValue> fields) {
        timeline.add(new TimelineEntry(
                new EntryId(new UUID(2, timeline.size())),
                id,
                type,
                day,
                new FieldValues(fields),
                SNAPSHOT,
                1,
                STAMP,
                STAMP,
                false));
        return this;
    }

    CaseFile file() {
        return new CaseFile(
                id,
                CaseNumber.of("SE-LKP", 2026, 1),
                HOUSE,
                state,
                new FieldValues(values),
                SNAPSHOT,
                1,
                STAMP,
                STAMP,
                Optional.empty());
    }

    CaseHistory build() {
        return new CaseHistory(file(), timeline);
    }
}
