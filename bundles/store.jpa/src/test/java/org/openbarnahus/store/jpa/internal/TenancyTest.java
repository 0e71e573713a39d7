// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.Before;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.ServiceId;
import org.openbarnahus.core.model.questionnaire.QuestionnaireResponse;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.query.CaseQuery;
import org.openbarnahus.core.service.store.RequestRecord;
import org.openbarnahus.core.service.store.StaleVersionException;

/** No data cross from one house to another. */
public class TenancyTest extends OnBothDatabases {
    private CaseFile file;
    private TimelineEntry entry;
    private ServiceId other;

    @Before
    public void aCaseOfOneHouseAndAnotherHouse() {
        file = Samples.aCase(house, 1, Samples.everyKind());
        entry = Samples.entry(file.id(), LocalDate.of(2026, 3, 3), FieldValues.empty());
        db.write(house, unit -> {
            unit.insert(file);
            unit.insert(entry);
            unit.insert(response());
            return Samples.written(house, file);
        });
        db.saveNext(Samples.changed(file, CoreField.SEX, new CodeValue("boy")));
        other = db.newHouse();
    }

    @Test
    public void anotherHouseReadsNothing() {
        db.read(other, unit -> {
            assertEquals(Optional.empty(), unit.findCase(file.id()));
            assertEquals(Optional.empty(), unit.findCase(file.id(), 1));
            assertEquals(List.of(), unit.timeline(file.id()));
            assertEquals(Optional.empty(), unit.findEntry(entry.id()));
            assertEquals(Optional.empty(), unit.findEntry(entry.id(), 1));
            assertEquals(List.of(), unit.responses("barnahus.child"));
            assertEquals(List.of(), unit.histories(List.of(file.id())));
            assertEquals(0, unit.page(CaseQuery.firstPage(50)).total());
            unit.forEachHistory(
                    history -> assertNotEquals(file.id(), history.file().id()));
            return unit;
        });
    }

    @Test
    public void anotherHouseAddsNothingToTheCase() {
        TimelineEntry foreign = Samples.entry(file.id(), LocalDate.of(2026, 3, 3), FieldValues.empty());

        assertThrows(
                IllegalArgumentException.class,
                () -> db.write(other, unit -> {
                    unit.insert(foreign);
                    return Samples.written(other, file);
                }));
    }

    @Test
    public void anotherHouseChangesNeitherCaseNorEntry() {
        CaseFile next = db.read(house, unit -> unit.findCase(file.id())).orElseThrow();
        assertThrows(
                IllegalArgumentException.class,
                () -> db.write(other, unit -> {
                    unit.update(Samples.changed(next, CoreField.SEX, new CodeValue("girl")));
                    return Samples.written(other, file);
                }));
        TimelineEntry removed = new TimelineEntry(
                entry.id(),
                file.id(),
                entry.type(),
                entry.date(),
                entry.values(),
                entry.snapshot(),
                2,
                entry.entered(),
                entry.changed(),
                true);
        assertThrows(
                StaleVersionException.class,
                () -> db.write(other, unit -> {
                    unit.update(removed);
                    return Samples.written(other, file);
                }));
        assertEquals(Optional.of(next), db.read(house, unit -> unit.findCase(file.id())));
        assertEquals(Optional.of(entry), db.read(house, unit -> unit.findEntry(entry.id())));
    }

    @Test
    public void anotherHouseConsumesNoTokenAndFindsNoRequest() {
        String key = UUID.randomUUID().toString();
        byte[] token = key.getBytes(UTF_8);
        db.write(house, unit -> {
            unit.insertToken(token, "q", "m", Samples.NOW.plusSeconds(9));
            unit.insert(new RequestRecord("u", key, "f", "case", "x", 1, Samples.NOW));
            return StoreFixture.auditOnly(house, true);
        });

        assertFalse(db.write(other, unit -> StoreFixture.auditOnly(other, unit.consumeToken(token, Samples.NOW))));
        assertEquals(Optional.empty(), db.read(other, unit -> unit.findRequest("u", key)));
    }

    private static QuestionnaireResponse response() {
        return new QuestionnaireResponse(
                "barnahus.child",
                "1.0.0",
                "after",
                YearMonth.of(2026, 3),
                Map.of("q1", "agree"),
                Map.of("free", "fine"));
    }
}
