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
    private final SplitTexts texts;

    EntryMapping(TextCipher cipher) {
        this.texts = new SplitTexts(cipher, "timeline_entry");
    }

    EntryEntity create(TimelineEntry entry, ServiceId service) {
        EntryEntity row = new EntryEntity(entry, service);
        copy(entry, row);
        return row;
    }

    void copy(TimelineEntry entry, EntryEntity row) {
        Map<FieldId, FieldValue> rest = new TreeMap<>(entry.values().map());
        byte[] cipher = texts.take(rest, row);
        row.change(entry);
        row.change(entry.snapshot(), SplitTexts.json(rest, row.national()), cipher, entry.changed());
    }

    /**
     * @param withTexts false leaves the free texts encrypted and out
     */
    TimelineEntry read(EntryEntity row, boolean withTexts) {
        Map<FieldId, FieldValue> values = new TreeMap<>(ValuesJson.read(row.national()));
        if (withTexts) {
            values.putAll(texts.read(row));
        }
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
