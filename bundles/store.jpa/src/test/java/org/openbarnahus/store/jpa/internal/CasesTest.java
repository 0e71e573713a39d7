// SPDX-License-Identifier: Apache-2.0
package org.openbarnahus.store.jpa.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.Test;
import org.openbarnahus.core.model.casefile.CaseFile;
import org.openbarnahus.core.model.casefile.CaseState;
import org.openbarnahus.core.model.casefile.NextDue;
import org.openbarnahus.core.model.casefile.TimelineEntry;
import org.openbarnahus.core.model.id.CaseId;
import org.openbarnahus.core.model.value.CoreField;
import org.openbarnahus.core.model.value.FieldId;
import org.openbarnahus.core.model.value.FieldValue.CodeValue;
import org.openbarnahus.core.model.value.FieldValue.CodesValue;
import org.openbarnahus.core.model.value.FieldValue.IntegerValue;
import org.openbarnahus.core.model.value.FieldValue.TextValue;
import org.openbarnahus.core.model.value.FieldValues;
import org.openbarnahus.core.service.store.StaleVersionException;

/** Cases and timelines: what is written is what is read, now and in every earlier version. */
public class CasesTest extends OnBothDatabases {
    private CaseFile load(CaseId id) {
        return db.read(house, unit -> unit.findCase(id)).orElseThrow();
    }

    @Test
    public void everyKindOfValueIsReadBackAsItWasWritten() {
        CaseFile file = db.save(Samples.aCase(house, 1, Samples.everyKind()));

        assertEquals(file, load(file.id()));
    }

    @Test
    public void coreFieldOfAnUnexpectedShapeIsKeptToo() {
        FieldValues odd = new FieldValues(Map.of(
                CoreField.SEX, new TextValue("free text where a code belongs"),
                CoreField.AGE, new IntegerValue(Long.MAX_VALUE),
                CoreField.CASE_DATE, new CodeValue("soon"),
                CoreField.INITIATED_BY, new CodeValue("x".repeat(500))));
        CaseFile file = db.save(Samples.aCase(house, 1, odd));

        assertEquals(file, load(file.id()));
    }

    @Test
    public void statesAndTheNextLimitAreReadBack() {
        CaseFile first = db.save(Samples.aCase(house, 1, FieldValues.empty()));
        for (CaseState state : List.of(
                new CaseState.Open(LocalDate.of(2026, 3, 2)),
                new CaseState.Closed(LocalDate.of(2026, 4, 1), "completed"),
                new CaseState.Referred())) {
            CaseFile now = load(first.id());
            CaseFile next = new CaseFile(
                    now.id(),
                    now.number(),
                    house,
                    state,
                    now.values(),
                    now.snapshot(),
                    now.version() + 1,
                    now.created(),
                    now.changed(),
                    Optional.of(new NextDue(LocalDate.of(2026, 6, 1), "se.rule")));
            db.saveNext(next);
            assertEquals(next, load(first.id()));
        }
    }

    @Test
    public void everyEarlierVersionOfACaseStaysReadable() {
        CaseFile first = db.save(Samples.aCase(house, 1, Samples.everyKind()));
        CaseFile second = db.saveNext(Samples.changed(first, CoreField.SEX, new CodeValue("boy")));
        CaseFile third = db.saveNext(Samples.changed(second, CoreField.NOTE, new TextValue("more")));

        for (CaseFile version : List.of(first, second, third)) {
            assertEquals(Optional.of(version), db.read(house, u -> u.findCase(first.id(), version.version())));
        }
        assertEquals(Optional.empty(), db.read(house, u -> u.findCase(first.id(), 4)));
    }

    @Test
    public void clearedValuesAreGone() {
        CaseFile first = db.save(Samples.aCase(house, 1, Samples.everyKind()));
        CaseFile emptied = new CaseFile(
                first.id(),
                first.number(),
                house,
                first.state(),
                FieldValues.empty(),
                first.snapshot(),
                2,
                first.created(),
                Samples.stamp(9),
                Optional.empty());
        db.saveNext(emptied);

        assertEquals(emptied, load(first.id()));
        assertEquals(0, db.count("select count(*) from case_suspicion where service = ?", house.value()));
    }

    @Test
    public void aTimelineIsReadInOrderWithRemovedEntriesAndItsHistory() {
        CaseFile file = Samples.aCase(house, 1, FieldValues.empty());
        FieldValues note = new FieldValues(
                Map.of(CoreField.NOTE, new TextValue("a note"), FieldId.of("se.x"), new IntegerValue(3)));
        TimelineEntry later = Samples.entry(file.id(), LocalDate.of(2026, 3, 12), note);
        TimelineEntry earlier = Samples.entry(file.id(), LocalDate.of(2026, 3, 3), FieldValues.empty());
        db.write(house, unit -> {
            unit.insert(file);
            unit.insert(later);
            unit.insert(earlier);
            return Samples.written(house, file);
        });
        TimelineEntry removed = new TimelineEntry(
                later.id(),
                file.id(),
                later.type(),
                LocalDate.of(2026, 3, 13),
                later.values(),
                later.snapshot(),
                2,
                later.entered(),
                Samples.stamp(7),
                true);
        db.write(house, unit -> {
            unit.lock(file.id());
            unit.update(removed);
            return Samples.written(house, removed);
        });

        assertEquals(List.of(earlier, removed), db.read(house, u -> u.timeline(file.id())));
        assertEquals(Optional.of(later), db.read(house, u -> u.findEntry(later.id(), 1)));
        assertEquals(Optional.of(removed), db.read(house, u -> u.findEntry(later.id())));
    }

    @Test
    public void whatAUnitWritesItReadsItself() {
        CaseFile file = Samples.aCase(house, 1, Samples.everyKind());
        TimelineEntry entry = Samples.entry(file.id(), LocalDate.of(2026, 3, 3), FieldValues.empty());
        db.write(house, unit -> {
            unit.insert(file);
            unit.insert(entry);
            unit.lock(file.id());
            assertEquals(Optional.of(file), unit.findCase(file.id()));
            assertEquals(List.of(entry), unit.timeline(file.id()));
            return Samples.written(house, file);
        });
    }

    @Test
    public void twoChangesInOneUnitAreTwoVersions() {
        CaseFile first = Samples.aCase(house, 1, FieldValues.empty());
        CaseFile second = Samples.changed(first, CoreField.SEX, new CodeValue("boy"));
        CaseFile third = Samples.changed(second, CoreField.SEX, new CodeValue("girl"));
        db.write(house, unit -> {
            unit.insert(first);
            unit.update(second);
            unit.update(third);
            return Samples.written(house, third);
        });

        assertEquals(third, load(first.id()));
        assertEquals(Optional.of(second), db.read(house, u -> u.findCase(first.id(), 2)));
    }

    @Test
    public void aChangeOfAnOldVersionIsStaleAndWritesNothing() {
        CaseFile first = db.save(Samples.aCase(house, 1, FieldValues.empty()));
        CaseFile second = db.saveNext(Samples.changed(first, CoreField.SEX, new CodeValue("boy")));
        long audited = audited();

        assertThrows(
                StaleVersionException.class,
                () -> db.saveNext(Samples.changed(first, CoreField.SEX, new CodeValue("girl"))));
        assertEquals(second, load(first.id()));
        assertEquals(audited, audited());
    }

    @Test
    public void ofManyWritersOfOneVersionExactlyOneWins() throws Exception {
        CaseFile first = db.save(Samples.aCase(house, 1, FieldValues.empty()));
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            CaseFile mine = Samples.changed(first, FieldId.of("se.writer"), new IntegerValue(i));
            writers.add(() -> {
                try {
                    db.saveNext(mine);
                    return true;
                } catch (StaleVersionException e) {
                    return false;
                }
            });
        }
        assertEquals(1, together(writers).stream().filter(won -> won).count());
        assertEquals(2, load(first.id()).version());
        assertEquals(
                1,
                db.count(
                        "select count(*) from case_version where record_id = ?",
                        first.id().value()));
    }

    @Test
    public void lockedWritersOfOneCaseComeOneAfterTheOther() throws Exception {
        CaseFile first = db.save(Samples.aCase(house, 1, FieldValues.empty()));
        List<Callable<Boolean>> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int mine = i;
            writers.add(() -> db.write(house, unit -> {
                unit.findCase(first.id());
                unit.lock(first.id());
                CaseFile now = unit.findCase(first.id()).orElseThrow();
                unit.update(Samples.changed(now, FieldId.of("se.writer"), new IntegerValue(mine)));
                return Samples.written(house, true);
            }));
        }
        together(writers);
        assertEquals(9, load(first.id()).version());
    }

    @Test
    public void suspicionsOfACaseFollowItsChanges() {
        CaseFile first = db.save(Samples.aCase(house, 1, Samples.everyKind()));
        db.saveNext(Samples.changed(
                first, CoreField.SUSPICION, new CodesValue(List.of("neglect", "physical_abuse"), null)));

        assertEquals(
                2,
                db.count(
                        "select count(*) from case_suspicion where case_id = ? and code in ('neglect','physical_abuse')",
                        first.id().value()));
        assertEquals(
                2,
                db.count(
                        "select count(*) from case_suspicion where case_id = ?",
                        first.id().value()));
    }

    private long audited() {
        return db.count("select count(*) from audit where service = ?", house.value());
    }
}
