// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseHistory;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldValue.TextValue;
import org.openbarnahus.core.model.value.FieldValues;

/** Many cases with their timelines: what facts and limits are made of. */
public class HistoriesTest extends OnBothDatabases {
    @Test
    public void historiesComeInBatchesWithoutTextsAndWithoutDecrypting() {
        int cases = 1_100;
        for (int done = 0; done < cases; done += 100) {
            writeHundred(done);
        }
        int decrypted = db.keys.decrypted.get();
        List<CaseHistory> histories = new ArrayList<>();
        db.read(house, unit -> {
            unit.forEachHistory(histories::add);
            return unit;
        });

        assertEquals(
                cases, histories.stream().map(h -> h.file().id()).distinct().count());
        assertTrue(histories.stream()
                .allMatch(h -> h.timeline().size() == 1
                        && h.timeline().get(0).caseId().equals(h.file().id())
                        && h.timeline().get(0).values().equals(FieldValues.empty())));
        assertEquals(decrypted, db.keys.decrypted.get());

        List<CaseId> some = histories.stream()
                .map(history -> history.file().id())
                .limit(700)
                .toList();
        List<CaseId> asked = Stream.concat(some.stream(), Stream.of(some.getFirst(), new CaseId(UUID.randomUUID())))
                .toList();
        List<CaseHistory> found = db.read(house, unit -> unit.histories(asked));
        assertEquals("each once", 700, found.size());
        assertEquals(new HashSet<>(histories.subList(0, 700)), new HashSet<>(found));
        assertEquals(List.of(), db.read(house, unit -> unit.histories(List.of())));
        assertEquals(decrypted, db.keys.decrypted.get());
    }

    private void writeHundred(int done) {
        db.write(house, unit -> {
            for (int i = 1; i <= 100; i++) {
                CaseFile file = Samples.aCase(house, done + i, Samples.plain(LocalDate.of(2026, 1, 1)));
                unit.insert(file);
                unit.insert(Samples.entry(
                        file.id(),
                        LocalDate.of(2026, 3, 3),
                        new FieldValues(Map.of(CoreField.NOTE, new TextValue("a note")))));
            }
            return StoreFixture.auditOnly(house, true);
        });
    }
}
