// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import java.util.Map;
import java.util.TreeMap;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.EntryId;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue;
import org.openbarnahus.core.model.value.FieldValues;

/** Between a timeline entry and its row. */
final class EntryMapping {
    private final SplitTexts texts = new SplitTexts("timeline_entry");

    EntryEntity create(TimelineEntry entry, ServiceId service, CaseCipher cipher) {
        EntryEntity row = new EntryEntity(entry, service);
        copy(entry, row, cipher);
        return row;
    }

    void copy(TimelineEntry entry, EntryEntity row, CaseCipher cipher) {
        Map<FieldId, FieldValue> rest = new TreeMap<>(entry.values().map());
        byte[] stored = texts.take(rest, row, cipher);
        row.change(entry);
        row.change(entry.snapshot(), SplitTexts.json(rest, row.national()), stored, entry.changed());
    }

    /** With its free texts. */
    TimelineEntry read(EntryEntity row, CaseCipher cipher) {
        return read(row, texts.read(row, cipher));
    }

    /** Leaves the free texts encrypted and out. */
    TimelineEntry read(EntryEntity row) {
        return read(row, Map.of());
    }

    private static TimelineEntry read(EntryEntity row, Map<FieldId, FieldValue> texts) {
        Map<FieldId, FieldValue> values = new TreeMap<>(ValuesJson.read(row.national()));
        values.putAll(texts);
        return new TimelineEntry(
                new EntryId(row.id()),
                row.caseId(),
                row.activity(),
                row.happenedOn(),
                new FieldValues(values),
                row.snapshot(),
                row.version(),
                row.created(),
                row.changed(),
                row.removed());
    }
}
